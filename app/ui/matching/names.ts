import type { Move, PlacesDifference, TeamSpot } from "#app/domain/matching/compare.ts";
import { wordOf } from "#app/i18n/word-of.ts";
import type { Reason } from "#app/domain/matching/explanations.ts";
import type { Rule } from "#app/domain/matching/model/rules.ts";
import { skillLabel, skillOf } from "#app/domain/skills/skills.ts";
import type { WithoutTeam } from "#app/domain/matching/without-team.ts";
import type { Locale } from "#app/domain/words.ts";
import type { Words } from "#app/i18n/words.ts";
import { useFormats, useLocale, useWords } from "#app/ui/shell/words.tsx";

/** Holds what everything of a round is called, by id. */
export type Called = {
  students: Record<string, string>;
  choices: Record<string, { title: string }>;
  guides: Record<string, string>;
};

/** Returns rules, reasons and differences as sentences. `je`: said to the student themself. */
export function useReasonTexts(called: Called, je = false) {
  const {
    matching,
    rounds: { discipline: disciplines },
  } = useWords();
  const discipline = (id: string) => (id === "" ? "" : wordOf(disciplines, id));
  const locale = useLocale();
  const { list } = useFormats();
  const title = (id: string | undefined) => called.choices[id ?? ""]?.title ?? "";
  const student = (id: string | undefined) => called.students[id ?? ""] ?? "";
  const names = (rule: Rule) => ({
    student: student(rule.student),
    other: student(rule.other),
    title: title(rule.assignment),
    skill: skillName(rule.skill ?? "", locale),
    discipline: discipline(rule.discipline ?? ""),
    level: rule.level ?? "",
    guide: called.guides[rule.guide ?? ""] ?? "",
    students: list((rule.students ?? []).map((id) => student(id))),
    count: rule.count ?? 0,
    team: rule.team ?? 0,
  });
  const rule = (one: Rule) => matching.rule[one.code](names(one));
  const cost = (price: PlacesDifference | null) =>
    price
      ? [
          ...(price.moves.length ? [matching.difference.moves(price.moves.length)] : []),
          ...(price.placed ? [matching.difference.placed(price.placed)] : []),
          ...(price.total ? [matching.difference.total(price.total)] : []),
        ].join(", ")
      : "";
  const reason = (why: Reason, about: string) => {
    const said = sentence(matching.reason, why, {
      je,
      title,
      about,
      rule,
      what: (rules) =>
        list(rules.map((r) => whatOf(matching.reason, { ...r, discipline: discipline(r.discipline ?? "") }, locale))),
    });
    // What it would cost names nobody; a student is spared the arithmetic of others.
    const price = !je && "price" in why ? cost(why.price) : "";
    return price ? `${said} ${matching.reason.price(price)}` : said;
  };
  const where = (spot: Move["from"]) => (spot ? title(spot.assignment) : matching.difference.nowhere);
  return {
    rule,
    reason,
    cost,
    discipline,
    title,
    student,
    where,
    team: (spot: TeamSpot) => matching.difference.spot(title(spot.assignment), spot.team),
    noTeam: (one: WithoutTeam) => noTeamText(matching.noTeam, one, rule),
    skill: (id: string) => skillName(id, locale),
    guide: (id: string) => called.guides[id] ?? "",
  };
}
/** Says why an assignment gets no team. */
function noTeamText(
  t: Words["matching"]["noTeam"],
  { because, able }: WithoutTeam,
  said: (rule: Rule) => string,
): string {
  if (because === null) return t.better(able);
  const { code, count = 0 } = because.rule;
  if (code === "teams_fixed") return t.decided;
  if (code === "guide_teams") return t.noGuide;
  return code === "size_min" ? t.tooFew(because.found, count) : `${said(because.rule)} ${t.found(able, because.found)}`;
}
const skillName = (uri: string, locale: Locale): string => {
  const skill = skillOf(uri);
  return skill ? skillLabel(skill, locale) : uri;
};
const whatOf = (t: Words["matching"]["reason"], { code, skill, discipline, level }: Rule, locale: Locale) =>
  code === "required_skill"
    ? t.skill(skillName(skill ?? "", locale))
    : code === "mix"
      ? t.level(level ?? "")
      : t.discipline(discipline ?? "");

type Saying = {
  je: boolean;
  title: (id: string | undefined) => string;
  about: string;
  rule: (rule: Rule) => string;
  what: (rules: readonly Rule[]) => string;
};
function sentence(t: Words["matching"]["reason"], why: Reason, { je, title, about, what }: Saying): string {
  const first = title(about);
  switch (why.code) {
    case "has_it":
      return t.has_it();
    case "unknown":
      return t.unknown();
    case "not_eligible":
      return (t[why.because as "hours" | "veto" | "forbid"] ?? t.impossible)(je, first);
    case "pinned_elsewhere":
      return t.pinned_elsewhere(je, title(why.assignment));
    case "not_running":
      return (
        why.because === null
          ? t.not_running
          : why.because.code === "teams_fixed"
            ? t.closed
            : why.because.code === "guide_teams"
              ? t.no_guide
              : t.too_few
      )(je, first);
    case "full":
      return t.full(je, first, why.seats);
    case "reserved":
      return t.reserved(je, first, what(why.rules));
    case "lottery":
      return t.lottery(je, first, why.number);
    case "priority":
      return t.priority(je, first);
    case "possible":
      return t.possible(je, first);
    case "impossible":
      return t.impossible(je, first);
  }
}
