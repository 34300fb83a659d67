import type { LoggedAct } from "#app/domain/log/acts.ts";
import type { Role } from "#app/domain/words.ts";

/** Lines of the log beside moves: what else is written down, and who did it when that has no name. */
export const log = {
  notes: {
    builds_on: "gaf aan waarop dit voortbouwt",
    not_published: "kon niet publiceren op de geplande dag",
    ask_question: "stelde een vraag over het vraagstuk",
    answer_question: "beantwoordde een vraag",
    withhold_question: "plaatste een vraag niet",
    edit_text: "paste de tekst aan",
    add_evidence: "voegde bewijs toe",
    sign_annex: "ondertekende een bijlage",
    sign_deed: "ondertekende een akte van overdracht",
    accept_secrecy: "accepteerde de geheimhouding",
    reminder: "stuurde een herinnering",
    last_notice: "stuurde een laatste bericht",
    escalation: "gaf door dat een termijn voorbij is",
    flag: "gaf een signaal",
    selection: "sloot de inschrijving: kies een team",
  } satisfies Record<LoggedAct, string>,
  somebody: "Iemand",
  system: "Samenspel",
  /** Names what one of them is called where no name is said; the others as `enums.relation` calls them. */
  one: {
    team_student: "een student in het team",
    centre_student: "een student",
    centre_teacher: "een docent van het centrum",
    claimant: "een leergemeenschap met een claim",
    steering_group_member: "iemand van de stuurgroep",
    dispute_board: "iemand van de stuurgroep",
    former_dispute_board: "iemand van de stuurgroep",
    anyone: "iemand",
  } as Readonly<Partial<Record<Role, string>>>,
};
