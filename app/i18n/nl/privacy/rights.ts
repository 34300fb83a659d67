import type { AccountAct } from "#app/domain/account/own-acts.ts";

/** These words are about one's own data: taking them along, correcting them, closing the account. */
export const rights = {
  mine: {
    title: "Mijn gegevens",
    link: "Gegevens bekijken, verbeteren of wissen",
    take: "Alles meenemen",
    takeText:
      "Alles wat Samenspel over u bewaart, in één bestand: om te lezen, voor een computer, en de " +
      "bestanden erbij. Het duurt hoogstens een minuut.",
    download: "Download alles",
    name: "Naam verbeteren",
    saveName: "Bewaar de naam",
    named: "De naam is veranderd.",
    email: "E-mailadres veranderen",
    emailText: "Er gaat een link naar het nieuwe adres. Pas als die is gebruikt, verandert het adres.",
    saveEmail: "Stuur de link",
    asked: "Kijk in de mail van het nieuwe adres. De link werkt dertig minuten.",
    phone: "Een telefoonnummer bewaart Samenspel niet.",
    close: "Account sluiten",
    closeLink: "Sluit het account en wis de gegevens",
    log: "Wat er met dit account is gedaan",
    none: "Nog niets.",
    act: {
      name_corrected: "Naam veranderd",
      address_asked: "Nieuw e-mailadres gevraagd",
      address_corrected: "E-mailadres veranderd",
      data_taken: "Alle gegevens gedownload",
      account_closed: "Account gesloten",
      factor_added: "Tweede stap ingesteld",
      factor_removed: "Tweede stap weggehaald",
      recovery_used: "Herstelcode gebruikt",
      recovery_renewed: "Nieuwe herstelcodes gemaakt",
      factors_taken: "Tweede stap weggehaald door de coördinator of de beheerder",
    } satisfies Record<AccountAct, string>,
  },
  address: {
    title: "Bevestig het nieuwe e-mailadres",
    text: "Met deze knop wordt dit het adres van het account. Daarna is opnieuw inloggen nodig, op elk apparaat.",
    button: "Bevestig het adres",
  },
  closing: {
    title: "Account sluiten",
    lead: "Dit kan niet worden teruggedraaid.",
    first: "Dit moet eerst",
    obstacle: {
      coordinator: (place: string) =>
        `U bent de enige coördinator van ${place}. Nodig zelf eerst een tweede coördinator uit.`,
      platform_admin: (_place: string) =>
        "U bent de enige beheerder van het platform. Maak eerst iemand anders beheerder, op de pagina Beheer.",
      client_owner: (place: string) =>
        `U bent de enige opdrachtgever van ${place}, en er lopen vraagstukken. Nodig eerst een collega uit als opdrachtgever.`,
      authorised_signatory: (place: string) =>
        `Alleen u mag tekenen voor ${place}, en er lopen vraagstukken. Laat eerst iemand anders tekenbevoegd maken.`,
      leads: (title: string) => `U leidt ‘${title}’. Draag dat eerst over, of rond het af.`,
    },
    goes: "Wat weggaat",
    goesList: [
      "Inloggen kan meteen niet meer, nergens.",
      "Plaatsen in teams en rollen stoppen meteen. Het team krijgt bericht.",
      "Vannacht verdwijnen naam, e-mailadres, wachtwoord, leeftijd en opleiding.",
      "Ook weg: reflecties, zoekopdrachten, interesse, vragenlijsten en mail.",
    ],
    stays: "Wat blijft, en waarom",
    staysList: [
      "Wat is getekend, met de naam erin: dat is bewijs voor de ander. Het gaat zeven jaar na het sluiten van de opdracht weg.",
      "Werk in een opdracht, zoals verslagen en bestanden: het hoort bij de opdracht. De naam gaat eruit.",
      "Het logboek: daarin staat dan alleen een nummer.",
    ],
    button: "Sluit het account",
    done: "Het account is gesloten",
    doneText: "Vannacht worden de gegevens gewist. Er is een laatste mail gestuurd.",
  },
  fields: {
    name: { label: "Naam" },
    email: { label: "Nieuw e-mailadres" },
    present_password: {
      label: "Wachtwoord",
      hint: "Zo weten wij zeker dat u het bent.",
    },
    sure: { label: "Ik weet dat dit niet kan worden teruggedraaid." },
  },
};
