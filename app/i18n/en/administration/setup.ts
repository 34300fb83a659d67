import type { Words } from "#app/i18n/nl/words.ts";

/** Holds the words of the first page and `npm run setup`: setting up the platform, and opening a centre. */
export const setup: Words["administration"]["setup"] = {
  unbegun: {
    title: "Samenspel is being set up",
    lead: "There is no centre here yet. Please come back later.",
    text: "Do you run this server? Look in the server's log. It says how to begin.",
  },
  begin: {
    title: "Begin with Samenspel",
    lead: "You make yourself administrator of the platform and open the first centre. Everything is on this page.",
    code: "Code",
    administrator: "Administrator of the platform",
    administratorLead:
      "An administrator keeps the platform running and opens centres, and sees no assignments or grades.",
    signedIn: (name) => `You are logged in as ${name}. This account becomes administrator.`,
    button: "Set up Samenspel",
  },
  open: {
    title: "Open a centre",
    lead: "The coordinator and the signatory get a letter by e-mail. Is that you? Then fill in your own address.",
    button: "Open the centre",
  },
  parts: {
    centre: "The centre",
    institution: "The school that leads",
    people: "The people",
    privacy: "Privacy",
    year: "The school year",
  },
  partsLead: {
    institution:
      "Is the school with this KvK number in Samenspel already? Then that school takes part, under the name it has.",
    year: "You may leave this empty. Without blocks, a block begins on 1-9, 15-11, 1-2 and 15-4.",
  },
  done: (centre) => `${centre} is open.`,
  invited: (addresses) => `An invitation goes to ${addresses}.`,
  joined: (school) => `The school was here already as ${school} and now takes part here too.`,
  fields: {
    code_from_log: {
      label: "Code",
      hint: "The code stands in the server's log, at ‘first use’. A code works for an hour.",
    },
    name: { label: "Your name" },
    email: {
      label: "Your e-mail address",
      hint: "You log in with it.",
    },
    password: {
      label: "Choose a password",
      hint: "At least 12 characters. A sentence is easy to remember.",
    },
    centre_name: { label: "Name of the centre" },
    slug: {
      label: "Address of the centre",
      hint: "Small letters, digits and dashes, such as water-north.",
    },
    kind: {
      label: "Kind of centre",
      options: {
        civ: "Centre for innovative craftsmanship (mbo)",
        coe: "Centre of expertise (hbo)",
        other: "Other",
      },
    },
    ppp_type: {
      label: "Kind of partnership",
      options: {
        developer: "Developer: inside school, no diploma",
        educator: "Educator: inside school, with a diploma",
        catalyst: "Catalyst: outside school, no diploma",
        entrepreneur: "Entrepreneur: outside school, with a diploma",
      },
    },
    region: {
      label: "Region",
      hint: "Such as Fryslân, or Groot-Rijnmond.",
    },
    institution_name: { label: "Name of the school" },
    institution_kvk: { label: "KvK number of the school" },
    institution_place: { label: "Place of the school" },
    coordinator_email: { label: "E-mail address of the coordinator" },
    signatory_email: {
      label: "E-mail address of who signs for the school",
      hint: "May be empty only where this school is here already and has somebody who signs.",
    },
    signatory_mandate: {
      label: "What shows the authority to sign?",
      hint: "Such as Register of mandates 2026, article 4.",
    },
    controller: {
      label: "Who is responsible for the data?",
      hint: "Empty: the school.",
    },
    privacy_contact: {
      label: "E-mail address for questions about privacy",
      hint: "This address stands on the page on privacy.",
    },
    blocks: {
      label: "When do blocks begin?",
      hint: "Day and month, such as 1-9, 15-11, 1-2, 15-4.",
    },
    holidays: {
      label: "When is the school closed?",
      hint: "One holiday a line: first day, last day, name. Such as 19-12-2026 to 3-1-2027 Christmas.",
    },
    invite_coordinator: { label: "E-mail address of the coordinator" },
    invite_signatory: { label: "E-mail address of who signs for the school" },
    take_factors: { label: "E-mail address of who lost the second step" },
  },
  machine: {
    begin: "Setting up Samenspel. Leave empty where it says (may be empty). Stop at any time: then nothing was made.",
    again: "There is an administrator already. You now open another centre. Stop at any time: then nothing was made.",
    optional: "(may be empty)",
    choose: "Choose a number",
    lines: "One a line. End with an empty line.",
    repeat: "The password once more",
    known: "This address has an account already. That account becomes administrator, with the password it has.",
    wrong: "Not yet:",
    login: (address) => `Log in at ${address}.`,
    letters: "The letters leave as soon as the server runs.",
    stopped: "Stopped. Nothing was made.",
    noCentre: (slug) => `There is no centre with the address ${slug}. Nothing was changed.`,
    invitedTo: (address, centre) => `An invitation for ${centre} goes to ${address}.`,
    factorsTaken: (address) =>
      `The second step of ${address} is gone. This person is logged out everywhere and logs in with the password.`,
    noFactors: (address) => `${address} has no second step. Nothing was changed.`,
    unknown: (name) => `We do not know this answer: ${name}.`,
  },
};
