import type { accounts as nl } from "../nl/accounts.ts";

export const accounts: typeof nl = {
  login: { title: "Log in", button: "Log in", forgot: "Forgot your password?", register: "No account yet? Register your company.", demo: "Demo: log in as", demoLead: "Choose somebody. You see Samenspel as that person does.", start: "Start here", others: "Everybody, by centre", people: (n) => `${n} people`, as: (name) => `Log in as ${name}` },
  register: { title: "Register your company", lead: "You make an account for yourself and your company. Colleagues you invite later.", button: "Register", sent: "Look in your mail", sentText: "We sent you a mail with a link. Open that link to confirm your address." },
  confirm: { title: "Confirm your e-mail address", text: "With this button you confirm that this address is yours.", button: "Confirm and log in" },
  forgot: { title: "Forgot your password", text: "Fill in your e-mail address. Do we know it? Then you get a link.", button: "Send me a link", sent: "Look in your mail. If we know your address, there is a link in it." },
  reset: { title: "Choose a new password", button: "Save the password" },
  account: { title: "Your account", profile: "Your details", roles: "Your roles", sessions: "Where you are logged in", password: "Change your password", change: "Change the password", end: "Log out here", endAll: "Log out everywhere else", this: "This device", lastSeen: "Last seen", none: "You have no role yet.", unconfirmed: "Your e-mail address is not confirmed yet.", unknownDevice: "Unknown device", device: (browser, system) => `${browser} on ${system}` },
  invitation: { title: "You are invited", text: (email, role) => `The invitation is for ${email}, with the role ${role}.`, accept: "Accept the invitation", known: "You have an account already. The role is added to it.", gone: "This link no longer works. Ask for a new invitation." },
  people: { title: "People", invite: "Invite somebody", send: "Send the invitation", sent: "The invitation was sent.", name: "Name", role: "Role", email: "E-mail address", acts: "Actions", endSure: "Yes, end this role", end: "End the role", empty: "Nobody here yet.", place: (name) => `People of ${name}` },
  fields: {
    name: { label: "Your name" }, email: { label: "E-mail address" }, password: { label: "Password", hint: "At least 12 characters. A sentence is easy to remember." }, present: { label: "Your present password" }, company: { label: "Name of the company" }, kvk: { label: "KvK number" }, place: { label: "Place" }, sector: { label: "Sector" }, centre: { label: "Which centre do you belong to?" },
    role: { label: "Role" }, track: { label: "Track (student)" }, programme: { label: "Programme (student)" }, age: { label: "Age (student)" }, turns_18_on: { label: "Turns 18 on (if younger)" }, mandate: { label: "What shows the authority to sign?" },
  },
};
