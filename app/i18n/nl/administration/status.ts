import type { JobName } from "#app/domain/administration/jobs.ts";
import type { StatusPart, StatusReason, Verdict } from "#app/domain/administration/status.ts";

/** Says how the platform does, for whoever keeps it running. */
export const status = {
  title: "Toestand",
  lead: (at: string) => `Zo staat Samenspel ervoor op ${at}. Laad de pagina opnieuw voor de stand van nu.`,
  verdict: {
    good: "Goed",
    care: "Let op",
    wrong: "Fout",
  } satisfies Record<Verdict, string>,
  worst: {
    good: "Alles is goed.",
    care: "Er is iets om naar te kijken.",
    wrong: "Er is iets kapot. Kijk er nu naar.",
  } satisfies Record<Verdict, string>,
  part: {
    version: "Versie",
    database: "Database",
    disk: "Schijf",
    mail: "Mail",
    jobs: "Wat de server zelf doet",
    solver: "Teams maken",
    log_check: "Controle van het logboek",
    backup: "Back-up",
    uploads: "Bestanden van vandaag",
    page_cache: "Bewaarde pagina’s",
    event_loop: "Snelheid van de server",
  } satisfies Record<StatusPart, string>,
  reason: {
    fine: () => "",
    database_connections: () => "Bijna alle verbindingen zijn bezet. Verlaag POOL_SIZE, of geef de database er meer.",
    disk_low: () => "De schijf raakt vol. Maak ruimte, of geef de server een grotere schijf.",
    disk_full: () => "De schijf neemt niets meer op. Maak nu ruimte: bestanden van mensen worden geweigerd.",
    mail_no_server: () =>
      "Er is geen mailserver ingesteld. Geef er een in de instellingen, anders gaat er geen brief weg.",
    mail_waits: () => "Brieven wachten langer dan tien minuten. Kijk of de mailserver werkt.",
    mail_stands_still: () =>
      "Brieven wachten langer dan een uur. De mailserver neemt niets aan. Kijk in het logboek van de server.",
    mail_dead: () =>
      "Sommige brieven konden niet worden bezorgd. De coördinator kan ze op de pagina Post opnieuw versturen.",
    job_failed: (name: string) => `Dit ging de laatste keer mis: ${name}. De server probeert het vanzelf weer.`,
    job_silent: (name: string) =>
      `Dit deed de server al lang niet: ${name}. Start de server opnieuw en kijk in zijn logboek.`,
    solver_waits: () => "Een indeling wacht al langer dan vijf minuten. Is de server druk? Kijk dan later nog eens.",
    log_not_checked: () => "Het logboek is de laatste twee dagen niet gecontroleerd. Doe npm run verify-log.",
    log_broken: () =>
      "Het logboek is veranderd na het schrijven. Doe npm run verify-log en zoek uit wie bij de database kon.",
    backup_unknown: () => "Er is nog geen back-up bekend. Doe npm run backup -- MAP.",
    backup_old: () => "De laatste back-up is ouder dan twee dagen. Kijk of hij elke nacht gaat.",
    backup_very_old: () => "De laatste back-up is ouder dan een week. Maak er nu een: npm run backup -- MAP.",
    loop_late: () => "De server antwoordt laat. Is het druk? Blijft het zo, geef de server dan meer kracht.",
    loop_very_late: () => "De server antwoordt meer dan een seconde te laat. Kijk wat er draait.",
  } satisfies Record<StatusReason, (about: string) => string>,
  job: {
    post: "brieven versturen",
    clocks: "termijnen",
    matching: "teams maken",
    "rounds of matching": "rondes",
    alerts: "zoekopdrachten",
    files: "losse bestanden opruimen",
    "removed files": "weggehaalde bestanden opruimen",
    catalogue: "de lijst van vraagstukken",
    tries: "pogingen opruimen",
    retention: "opruimen wat lang genoeg is bewaard",
    log: "het logboek controleren",
    "first use": "de code van de eerste pagina",
  } satisfies Record<JobName, string>,
  facts: {
    version: (version: string, node: string, since: string) =>
      `Samenspel ${version}, Node ${node}, draait sinds ${since}`,
    database: (version: string, size: string, connections: number, most: number) =>
      `PostgreSQL ${version}, ${size}, ${connections} van ${most} verbindingen in gebruik`,
    migrations: (n: number) => `Bijgewerkt tot en met migratie ${n}`,
    disk: (free: string, size: string) => `${free} vrij van ${size}`,
    noDisk: "De map voor bestanden is niet te lezen",
    mail: (waiting: number, dead: number) => `${waiting} wachten, ${dead} niet bezorgd`,
    lastSent: (at: string) => `Laatst verstuurd: ${at}`,
    neverSent: "Nog niets verstuurd",
    solver: (waiting: number, running: number) => `${waiting} wachten, ${running} bezig`,
    checked: (at: string, broken: number) =>
      broken === 0 ? `Heel bevonden op ${at}` : `${broken} fouten gevonden op ${at}`,
    notChecked: "Nog niet gecontroleerd",
    backup: (at: string) => `Laatste back-up: ${at}`,
    noBackup: "Geen back-up bekend",
    uploads: (bytes: string) => `${bytes} ontvangen sinds gisteren`,
    cache: (pages: number, bytes: string) => `${pages} pagina’s, ${bytes}`,
    late: (p50: number, p99: number) => `Meestal ${p50} ms later dan bedoeld, zelden meer dan ${p99} ms`,
  },
  jobs: {
    title: "Wat de server zelf doet",
    name: "Werk",
    last: "Laatste keer",
    took: "Duurde",
    failed: "Laatste fout",
    never: "Nog niet",
    none: "Geen",
    ms: (n: number) => `${n} ms`,
  },
};
