/** Registering, logging in, sessions, invitations. */
export const accounts = {
  login: { title: "Inloggen", button: "Log in", forgot: "Wachtwoord vergeten?", register: "Nog geen account? Registreer uw bedrijf.", demo: "Voorbeeld: log in als", demoLead: "Kies iemand. U ziet Samenspel zoals die persoon het ziet.", start: "Begin hier", others: "Iedereen, per centrum", people: (n: number) => `${n} mensen`, as: (name: string) => `Log in als ${name}` },
  register: { title: "Registreer uw bedrijf", lead: "U maakt een account voor uzelf en voor uw bedrijf. Collega’s nodigt u later uit.", button: "Registreer", sent: "Kijk in uw mail", sentText: "Wij stuurden u een mail met een link. Open die link om uw adres te bevestigen." },
  confirm: { title: "Bevestig uw e-mailadres", text: "Met deze knop bevestigt u dat dit adres van u is.", button: "Bevestig en log in" },
  forgot: { title: "Wachtwoord vergeten", text: "Vul uw e-mailadres in. Kennen wij het adres? Dan krijgt u een link.", button: "Stuur mij een link", sent: "Kijk in uw mail. Kennen wij uw adres, dan staat daar een link in." },
  reset: { title: "Kies een nieuw wachtwoord", button: "Bewaar het wachtwoord" },
  account: { title: "Account", profile: "Gegevens", roles: "Rollen", sessions: "Ingelogd op", password: "Wachtwoord wijzigen", change: "Wijzig het wachtwoord", end: "Log hier uit", endAll: "Log overal elders uit", this: "Dit apparaat", lastSeen: "Laatst gezien", none: "Hier staat nog geen rol.", unconfirmed: "Dit e-mailadres is nog niet bevestigd.", unknownDevice: "Onbekend apparaat", device: (browser: string, system: string) => `${browser} op ${system}` },
  invitation: { title: "U bent uitgenodigd", text: (email: string, role: string) => `De uitnodiging is voor ${email}, met de rol ${role}.`, accept: "Neem de uitnodiging aan", known: "U hebt al een account. De rol komt daarbij.", gone: "Deze link werkt niet meer. Vraag om een nieuwe uitnodiging." },
  people: { title: "Mensen", invite: "Nodig iemand uit", send: "Stuur de uitnodiging", sent: "De uitnodiging is verstuurd.", name: "Naam", role: "Rol", email: "E-mailadres", acts: "Acties", endSure: "Ja, beëindig deze rol", end: "Beëindig de rol", empty: "Hier is nog niemand.", place: (name: string) => `Mensen van ${name}` },
  fields: {
    name: { label: "Naam" }, email: { label: "E-mailadres" }, password: { label: "Wachtwoord", hint: "Minstens 12 tekens. Een zin is goed te onthouden." }, present: { label: "Huidig wachtwoord" }, company: { label: "Naam van het bedrijf" }, kvk: { label: "KvK-nummer" }, place: { label: "Plaats" }, sector: { label: "Sector" }, centre: { label: "Bij welk centrum hoort u?" },
    role: { label: "Rol" }, track: { label: "Leerweg (student)" }, programme: { label: "Opleiding (student)" }, age: { label: "Leeftijd (student)" }, turns_18_on: { label: "Wordt 18 op (als jonger)" }, mandate: { label: "Waaruit blijkt de tekenbevoegdheid?" },
  },
};
