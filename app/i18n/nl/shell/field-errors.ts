import type { FieldErrorCode } from "#app/domain/refusal.ts";
import { formatBytes as bytes, formats } from "#app/i18n/format.ts";
import { misfit } from "#app/i18n/nl/agreement/misfit.ts";

const { duration } = formats("nl");
const field = (label: string) => (label ? `‘${label}’` : "dit veld");
/** Says of one answer in a form what is wrong with it, and what to do. */
export const fieldError = {
  required: (l: string) => `Geef antwoord bij ${field(l)}.`,
  type_again: (l: string) => `Typ ${field(l)} nog een keer. Een wachtwoord zetten wij niet terug.`,
  not_ticked: (l: string) => `Zet een vinkje bij ${field(l)}.`,
  too_long: (l: string, n = 0) => `Maak ${field(l)} korter: gebruik hoogstens ${n} tekens.`,
  too_short: (l: string, n = 0) => `Maak ${field(l)} langer: gebruik minstens ${n} tekens.`,
  not_a_date: (l: string) => `Schrijf bij ${field(l)} een datum die bestaat, als dag-maand-jaar.`,
  above_agreed: (l: string, _?: number, [asked, agreed, room]: readonly string[] = []) =>
    `U noteerde ${asked} bij ${field(l)}. Afgesproken is ${agreed} in totaal, zonder btw; bij deze termijn past hoogstens ${room}. ` +
    "Staat er al een factuur die niet klopt, neem die dan eerst terug met bedrag 0. " +
    "Wilt u meer, teken dan eerst samen een wijziging van de afspraken.",
  above_left: (l: string, _?: number, [asked, , room]: readonly string[] = []) =>
    `U noteerde ${asked} bij ${field(l)}. Het werk is beëindigd: hier past hoogstens ${room}, zonder btw.`,
  above_version: (l: string, _?: number, [asked, agreed, left]: readonly string[] = []) =>
    `U noteerde ${asked} bij ${field(l)}. De getekende afspraken zijn ${agreed}, zonder btw; na wat is gefactureerd blijft daarvan ` +
    `hoogstens ${left} over. Meer kan alleen met een getekende wijziging van de afspraken, voordat het werk eindigt.`,
  above_card: (_: string, n = 0) => `Het vraagstuk vraagt hoogstens ${n} studenten. Bied er niet meer aan.`,
  other_sum: (l: string, _?: number, [sum, fee]: readonly string[] = []) =>
    `Bij ${field(l)} telt u op tot ${sum}. De vergoeding is ${fee}. Maak die twee gelijk.`,
  why_other_ledger: (l: string) =>
    `Schrijf bij ${field(l)} waarom uw getallen anders zijn dan de uren en betalingen die hier zijn geschreven.`,
  nothing_to_take_back: (l: string) =>
    `Schrijf bij ${field(l)} een bedrag boven 0. Met 0 neemt u alleen een factuur terug die hier al is genoteerd.`,
  noted_by_other: (l: string) =>
    `Laat ${field(l)} staan: iemand anders noteerde deze factuur. U kunt noteren dat deze is betaald. Klopt de factuur niet, ` +
    "vraag het dan aan de coördinator of aan de administratie van de school.",
  invoice_has_day: (l: string, _?: number, [day = "", other = ""]: readonly string[] = []) =>
    `Kies bij ${field(l)} ${day}: met die dag is dit factuurnummer al genoteerd bij ${other}. Eén factuur mag over meer termijnen ` +
    "gaan, maar heeft één dag. Is het een andere factuur, schrijf dan het andere nummer. Klopt die dag niet, neem de factuur daar " +
    "dan eerst terug met bedrag 0.",
  was_paid: (l: string) =>
    `Schrijf bij ${field(l)} de dag: deze factuur is al als betaald genoteerd. Klopt dat niet, neem de factuur dan terug ` +
    "met bedrag 0 en de reden, en noteer die opnieuw.",
  late_stays: (l: string) =>
    `Laat ${field(l)} staan: deze factuur is al te laat, en wie betaalt maakt dat niet anders. Klopt de factuur niet, ` +
    "vraag het dan aan de coördinator of aan de administratie van de school.",
  why_taken_back: (l: string) => `Schrijf bij ${field(l)} waarom u deze factuur terugneemt.`,
  date_out_of_range: (l: string) =>
    `Kies bij ${field(l)} een datum die mogelijk is. Schrijf het jaar met vier cijfers.`,
  date_too_early: (l: string, _?: number, [day = ""]: readonly string[] = []) =>
    `Dat is te vroeg. Kies bij ${field(l)} een dag vanaf ${day}.`,
  date_too_late: (l: string, _?: number, [day = ""]: readonly string[] = []) =>
    `Dat is te laat. Kies bij ${field(l)} een dag tot en met ${day}.`,
  not_a_number: (l: string) => `Schrijf bij ${field(l)} een heel getal, zoals 12.`,
  number_out_of_range: (l: string, n?: number) =>
    n === undefined
      ? `Kies bij ${field(l)} een getal dat mogelijk is.`
      : `Het getal bij ${field(l)} past niet. De grens is ${n}.`,
  age_contradicts: (l: string) =>
    `De leeftijd en de dag bij ${field(l)} passen niet bij elkaar. Verbeter een van de twee, of laat de dag leeg bij 18 of ouder.`,
  check_not_yet: (_: string, __?: number, [day = ""]: readonly string[] = []) =>
    `Dat kan nog niet. U kunt dit vertellen vanaf ${day}.`,
  already_with: (l: string) => `Daar ligt dit al. Kies bij ${field(l)} iemand anders.`,
  check_answered: () => "Dit is al verteld. Kies een ander moment.",
  not_measured: (l: string) => `Schrijf bij ${field(l)} een getal met de eenheid, zoals 12 minuten.`,
  evidence_needed: (l: string) =>
    `Het is in gebruik: laat zien waaruit dat blijkt. Schrijf bij ${field(l)} wat een gebruiker zegt, of geef een getal met de eenheid.`,
  not_a_duration: (l: string) => `Schrijf bij ${field(l)} hoe lang, zoals 1,5 uur, 90 min of 1:30.`,
  not_whole_hours: (l: string) => `Schrijf bij ${field(l)} hele uren, zoals 8 of 8 uur.`,
  hours_over_period: (l: string, n = 0) =>
    `Zo veel uren passen niet in deze periode: hoogstens ${n}, dag en nacht met 40 mensen. Kijk ${field(l)} en de periode na.`,
  noted_already: (l: string) =>
    "Deze bijdrage staat er al: dezelfde organisatie, waarde en periode, met hetzelfde bewijs. Is dit een andere? " +
    `Schrijf dan bij ${field(l)} of bij het bewijs waarin die verschilt.`,
  duration_too_long: (l: string, n = 0) =>
    `Dat is te lang voor ${field(l)}: hoogstens ${duration(n)}. Bedoelt u minuten? Schrijf dan 90 min.`,
  duration_too_short: (l: string, n = 0) =>
    n > 0
      ? `Dat is te kort voor ${field(l)}: minstens ${duration(n)}.`
      : `Dat is te veel terug bij ${field(l)}: hoogstens ${duration(-n)}.`,
  hours_not_there: (l: string, n = 0) =>
    n > 0
      ? `Er valt bij ${field(l)} hoogstens ${duration(n)} terug te nemen: meer uren staan er op deze dag niet.`
      : `Er valt bij ${field(l)} niets terug te nemen: op deze dag staan hier geen uren.`,
  day_too_full: (l: string, n = 0) =>
    n > 0
      ? `Een dag heeft 24 uur. Bij ${field(l)} past op deze dag nog hoogstens ${duration(n)}.`
      : `Een dag heeft 24 uur. Bij ${field(l)} past op deze dag niets meer.`,
  not_money: (l: string) => `Schrijf bij ${field(l)} een bedrag in euro, zoals 1.234,50.`,
  ambiguous_money: (l: string) =>
    `Het bedrag bij ${field(l)} is op twee manieren te lezen. Schrijf centen na een komma, zoals 1234,50.`,
  not_an_email: (l: string) => `Schrijf bij ${field(l)} een e-mailadres, zoals naam@voorbeeld.nl.`,
  not_a_kvk: (l: string) => `Schrijf bij ${field(l)} de 8 cijfers van het KvK-nummer.`,
  not_a_postcode: (l: string) => `Schrijf bij ${field(l)} vier cijfers, zoals 8601.`,
  not_an_option: (l: string) => `Kies bij ${field(l)} een van de mogelijkheden.`,
  not_a_time: (l: string) => `Schrijf bij ${field(l)} een tijd, zoals 14:30.`,
  common_password: () => "Dit wachtwoord is makkelijk te raden. Kies een langere zin.",
  own_words_password: () => "Gebruik in uw wachtwoord niet uw naam of e-mailadres.",
  no_match: (l: string) => `Vul bij ${field(l)} twee keer hetzelfde in.`,
  too_many_items: (l: string, n = 0) => `Kies bij ${field(l)} hoogstens ${n}.`,
  too_few_items: (l: string, n = 0) => `Vul bij ${field(l)} minstens ${n} regels in.`,
  file_too_large: (l: string, n = 0) =>
    `Een bestand bij ${field(l)} is te groot: hoogstens ${bytes(n)}. Kies een kleiner bestand.`,
  files_too_large: (l: string, n = 0) =>
    `Dit is te groot voor ${field(l)}: hoogstens ${bytes(n)} in één keer. Kies een kleiner bestand, of stuur bestanden één voor één.`,
  file_type: (l: string) => `Dit soort bestand kan niet bij ${field(l)}. Kies een ander bestand, zoals een pdf.`,
  no_file: (l: string) => `Er is geen bestand gekozen bij ${field(l)}. Kies eerst een bestand.`,
  file_empty: (l: string) => `Een bestand bij ${field(l)} is leeg. Kies een ander bestand.`,
  file_quota: (_: string, n = 0) =>
    `U bewaart hier al zo veel bestanden dat dit er niet meer bij past: hoogstens ${bytes(n)}. Kies een kleiner bestand.`,
  upload_budget_person: (_: string, n = 0) =>
    `U hebt vandaag al veel bestanden gestuurd: hoogstens ${bytes(n)} op één dag. Probeer het morgen opnieuw.`,
  upload_budget_centre: (_: string, n = 0) =>
    `Vandaag zijn hier samen al veel bestanden gestuurd: hoogstens ${bytes(n)} op één dag. Probeer het morgen opnieuw.`,
  file_not_kept: (l: string) =>
    `Een bestand kon niet worden bewaard. Kies het later opnieuw bij ${field(l)}. De tekst staat er nog.`,
  unreadable_text: (l: string) => `Bij ${field(l)} staan tekens die wij niet kunnen lezen. Typ de tekst opnieuw.`,
  already_used: (l: string) => `Wat u invulde bij ${field(l)} is al in gebruik. Kies iets anders.`,
  other_name: (_, __, [name = ""] = []) =>
    `Teken met uw eigen naam, zoals bij uw account: ${name}. Is uw naam veranderd, verander dan eerst de naam van uw account.`,
  other_guardian: (_, __, [name = ""] = []) =>
    `Schrijf uw eigen naam, zoals uw kind die opgaf: ${name}. Klopt die naam niet? Vraag dan om een nieuwe brief met de goede naam.`,
  secret_not_open: () => misfit.secret_not_open,
  open_licence_asked: () => "Werk met subsidie deelt u met iedereen. Kies een open licentie.",
  in_team: () =>
    "Deze persoon zit al in het team, of is al gevraagd, in deze rol. Kies iemand anders of een andere rol.",
  seat_misfit: (_, __, [roles = ""] = []) => `Dit past niet bij wie u koos. Die persoon kan hier dit zijn: ${roles}.`,
  no_seat: () => "Voor deze persoon is er hier geen rol meer. Kies iemand anders.",
  wrong_code: () => "Deze code klopt niet. Controleer de code of vraag een nieuwe aan.",
  wrong_begin_code: () =>
    "Deze code klopt niet, of werkt niet meer. De nieuwste code staat in het logboek van de server.",
  wrong_factor_code: () => "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code.",
  wrong_passkey: () => "De toegangssleutel werkte niet. Probeer het nog eens, of gebruik een code.",
  wrong_password: () => "Dit wachtwoord klopt niet. Probeer het nog eens.",
  not_a_link: () => "Dit is geen adres dat met https:// begint. Kijk het na.",
  not_in_future: (l: string) => `Kies bij ${field(l)} een moment dat nog komt.`,
  too_few_choices: (_: string, n = 0) => `Kies minstens ${n} opdrachten.`,
  not_a_sheet: () => "Dit is geen lijst die wij kunnen lezen. Kies een bestand dat eindigt op .xlsx of .csv.",
  not_a_slug: (l: string) => `Gebruik bij ${field(l)} alleen kleine letters, cijfers en streepjes, zoals water-noord.`,
  not_a_day_of_year: (l: string) => `Schrijf bij ${field(l)} dagen en maanden, zoals 1-9, 15-11.`,
  known_account: () => "Er is al een account met dit adres. Log eerst in en open daarna deze pagina opnieuw.",
  nobody_here: () => "Er is geen account met dit adres. Kijk het adres na.",
  has_role: () => "Deze persoon heeft deze rol hier al. Vul een ander adres in.",
  disabled_account: () => "Het account met dit adres staat uit. Zet het eerst aan, of kies iemand anders.",
  held_back: (l: string) => `Wat u invulde bij ${field(l)} kan hier niet. Kies iets anders.`,
  nobody_to_add: () => "Hier is niemand meer om toe te voegen. Kies een andere groep.",
} satisfies Record<FieldErrorCode, (label: string, limit?: number, named?: readonly string[]) => string>;
