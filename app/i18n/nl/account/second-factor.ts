/** Holds the words of the second step of logging in: an app with codes, passkeys, recovery codes, and proving who one is. */
export const secondFactor = {
  title: "Tweede stap bij inloggen",
  lead: "Met een tweede stap kan niemand in uw account die alleen uw wachtwoord weet.",
  link: "Stel een tweede stap in, of bekijk wat er staat",
  must: "Voor uw rol is een tweede stap nodig. Stel er nu een in. Daarna kunt u verder.",
  have: "Dit is ingesteld",
  nothing: "Er is nog geen tweede stap.",
  kind: {
    app: "App met codes",
    passkey: "Toegangssleutel",
  },
  added: "Ingesteld",
  lastUsed: "Laatst gebruikt",
  remove: "Haal weg",
  removeSure: "Ja, haal deze weg",
  only: "Dit is uw enige. Voor uw rol is een tweede stap nodig. Stel eerst een andere in.",
  add: "Voeg toe",
  addApp: "Een app op uw telefoon die codes maakt",
  addPasskey: "Een toegangssleutel: uw vingerafdruk, gezicht of pincode, of een sleutel die u insteekt",
  recovery: "Herstelcodes",
  recoveryLeft: (n: number) =>
    n === 0 ? "Er is geen herstelcode meer." : n === 1 ? "Er is nog 1 herstelcode." : `Er zijn nog ${n} herstelcodes.`,
  recoveryFew: "Maak nieuwe codes, zodat u altijd kunt inloggen.",
  recoveryLink: "Herstelcodes",
  lost: "Alles kwijt?",
  lostText:
    "Bent u uw telefoon, uw sleutels en uw herstelcodes kwijt? Ga naar de coördinator van uw centrum, of naar de " +
    "beheerder van het platform. Die kijkt wie u bent en haalt uw tweede stap weg. Daarna logt u in met uw " +
    "wachtwoord en stelt u een nieuwe in.",
  app: {
    title: "App met codes",
    lead: "U hebt een app nodig die codes maakt. Er zijn er veel, ook gratis.",
    begin: "Begin",
    scan: "Scan deze code met de app",
    qr: "QR-code met de sleutel voor de app",
    type: "Of typ deze sleutel over in de app",
    fill: "Vul de code in die de app nu toont",
    button: "Zet aan",
    replaces: "U hebt al een app ingesteld. De nieuwe komt in de plaats van die app.",
  },
  passkey: {
    title: "Toegangssleutel",
    lead: "Uw toestel maakt een sleutel die alleen op deze website werkt. U gebruikt hem met uw vinger, gezicht of pincode.",
    button: "Maak een toegangssleutel",
    noScript: "Hiervoor moet JavaScript aan staan. Het werkt ook niet in elke browser. Een app met codes werkt altijd.",
    full: "U hebt er al acht. Haal er eerst een weg.",
  },
  codes: {
    title: "Herstelcodes",
    lead: "Met een herstelcode logt u in als uw telefoon of sleutel er niet is. Elke code werkt één keer.",
    once: "U ziet deze codes alleen nu. Druk ze af of bewaar ze op een veilige plek, niet bij uw wachtwoord.",
    download: "Download als tekst",
    kept: "Ik heb de codes bewaard",
    renew: "Maak nieuwe codes",
    renewText: "De oude codes werken dan niet meer.",
    none: "Stel eerst een tweede stap in. Dan krijgt u ook herstelcodes.",
    fileHead: (name: string, at: string) => `Herstelcodes voor Samenspel van ${name}, gemaakt op ${at}`,
    fileFoot: "Elke code werkt één keer.",
  },
  step: {
    title: "Tweede stap",
    lead: "Uw wachtwoord klopt. Nu nog de tweede stap.",
    button: "Ga verder",
  },
  prove: {
    title: "Bevestig dat u het bent",
    lead: "Voor deze stap vragen wij het nog een keer.",
    again: "Wat u invulde blijft staan en wordt meteen verstuurd.",
    apart:
      "Bevestig eerst. Daarna vult u het formulier nog een keer in, omdat er een wachtwoord, code of bestand in staat.",
    link: "Bevestig dat u het bent",
    button: "Bevestig en ga verder",
    done: "Dank u. U kunt nu verder.",
    usePasskey: "Gebruik uw toegangssleutel",
    passkeyFailed: "De toegangssleutel werkte niet. Probeer het nog eens, of gebruik een code.",
  },
  centre: {
    title: "Inloggen in uw centrum",
    link: "Vraag een tweede stap bij inloggen",
    lead:
      "Met een tweede stap kan niemand binnen die alleen een wachtwoord weet. Zet u dit aan, dan stelt iedereen in deze " +
      "rollen er meteen een in, u ook. Wie ingelogd is, moet dat doen bij de volgende pagina.",
    fields: {
      required: { label: "Coördinatoren, business developers en tekenbevoegden loggen in met een tweede stap" },
    },
    button: "Bewaar",
    saved: "Bewaard.",
  },
  taking: {
    title: "Tweede stap van iemand weghalen",
    link: "Is iemand de tweede stap kwijt?",
    lead:
      "Doe dit alleen als u zeker weet wie het vraagt: u ziet die persoon, of u belt een nummer dat u al kende. " +
      "Een mail is niet genoeg.",
    after: "De persoon wordt overal uitgelogd en krijgt een mail. Het wachtwoord blijft nodig.",
    button: "Haal de tweede stap weg",
    done: "De tweede stap is weg. De persoon kan nu inloggen met het wachtwoord en stelt dan een nieuwe in.",
  },
  fields: {
    _password: { label: "Wachtwoord" },
    _code: {
      label: "Code",
      hint: "Zes cijfers uit uw app, of een herstelcode.",
    },
    _passkey: { label: "Toegangssleutel" },
    made_passkey: { label: "Toegangssleutel" },
    code: {
      label: "Code uit de app",
      hint: "Zes cijfers. Elke halve minuut komt er een nieuwe.",
    },
    name: {
      label: "Hoe noemt u deze sleutel?",
      hint: "Bijvoorbeeld: telefoon, of sleutelbos.",
    },
    email: { label: "E-mailadres van de persoon" },
    sure: { label: "Ik weet zeker wie dit vraagt" },
  },
};
