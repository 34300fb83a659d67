import { expect, test } from "vitest";
import { evaluateStatus, worstOf, type StatusReason } from "#app/domain/administration/status.ts";
import { words } from "#app/i18n/words.ts";

type StatusFacts = Parameters<typeof evaluateStatus>[0];
const now = new Date("2026-03-02T12:00:00Z");
const minute = 60_000;
const ago = (minutes: number) => new Date(+now - minutes * minute);
const day = 24 * 60;
const GB = 1024 ** 3;
const well: StatusFacts = {
  now,
  startedAt: ago(3 * day),
  database: { connections: 10, mostConnections: 100 },
  disk: { free: 50 * GB, size: 100 * GB },
  mail: { server: true, oldestDue: ago(1), dead: 0 },
  jobs: [{ name: "post", every: 2000, ranAt: ago(1), failedAt: ago(200) }],
  solver: { oldest: null },
  logCheck: { at: ago(600), broken: 0 },
  backup: { at: ago(day) },
  late: { p99: 20 },
};
const job = (ranAt: Date | null, failedAt: Date | null) => [
  { name: "clocks" as const, every: minute, ranAt, failedAt },
];
/** Lists, for each reason, the facts that give it, and those just inside that do not. */
const cases: Readonly<Record<Exclude<StatusReason, "fine">, [Partial<StatusFacts>, Partial<StatusFacts>]>> = {
  database_connections: [
    { database: { connections: 80, mostConnections: 100 } },
    { database: { connections: 79, mostConnections: 100 } },
  ],
  disk_low: [{ disk: { free: 1.9 * GB, size: 20 * GB } }, { disk: { free: 2.1 * GB, size: 20 * GB } }],
  disk_full: [{ disk: null }, { disk: { free: GB, size: 20 * GB } }],
  mail_no_server: [{ mail: { server: false, oldestDue: null, dead: 0 } }, {}],
  mail_waits: [
    { mail: { server: true, oldestDue: ago(11), dead: 0 } },
    { mail: { server: true, oldestDue: ago(9), dead: 0 } },
  ],
  mail_stands_still: [
    { mail: { server: true, oldestDue: ago(61), dead: 2 } },
    { mail: { server: true, oldestDue: ago(59), dead: 0 } },
  ],
  mail_dead: [{ mail: { server: true, oldestDue: null, dead: 1 } }, {}],
  job_failed: [{ jobs: job(ago(2), ago(1)) }, { jobs: job(ago(1), ago(2)) }],
  job_silent: [{ jobs: job(ago(6), null) }, { jobs: job(null, null), startedAt: ago(4) }],
  solver_waits: [{ solver: { oldest: ago(6) } }, { solver: { oldest: ago(4) } }],
  log_not_checked: [{ logCheck: null }, { logCheck: { at: ago(2 * day - 1), broken: 0 } }],
  log_broken: [{ logCheck: { at: ago(5), broken: 1 } }, {}],
  backup_unknown: [{ backup: null }, {}],
  backup_old: [{ backup: { at: ago(2 * day + 1) } }, { backup: { at: ago(2 * day - 1) } }],
  backup_very_old: [{ backup: { at: ago(7 * day + 1) } }, { backup: { at: ago(7 * day - 1) } }],
  loop_late: [{ late: { p99: 251 } }, { late: { p99: 250 } }],
  loop_very_late: [{ late: { p99: 1001 } }, { late: { p99: 1000 } }],
};
const reasonsOf = (facts: Partial<StatusFacts>) => evaluateStatus({ ...well, ...facts }).map(({ reason }) => reason);

test("every part is judged once, in order; all well is good", () => {
  const judged = evaluateStatus(well);
  expect(judged.map(({ part }) => part)).toEqual(Object.keys(words("nl").administration.status.part));
  expect(worstOf(judged)).toBe("good");
});
for (const [reason, [wrong, right]] of Object.entries(cases))
  test(`${reason}: said when it is so, not before, and never as good`, () => {
    expect(reasonsOf(wrong)).toContain(reason);
    expect(reasonsOf(right)).not.toContain(reason);
    const found = evaluateStatus({ ...well, ...wrong }).find((each) => each.reason === reason);
    expect(found?.verdict).not.toBe("good");
    expect(worstOf(evaluateStatus({ ...well, ...wrong }))).not.toBe("good");
  });
test("every reason has a case here, and says in both languages what to do", () => {
  expect(Object.keys(cases).sort()).toEqual(
    Object.keys(words("nl").administration.status.reason)
      .filter((reason) => reason !== "fine")
      .sort(),
  );
  for (const locale of ["nl", "en"] as const)
    for (const reason of Object.keys(cases) as StatusReason[])
      expect(words(locale).administration.status.reason[reason]("x").length).toBeGreaterThan(30);
});
