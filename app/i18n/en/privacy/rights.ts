import type { Words } from "#app/i18n/nl/words.ts";

/** These words are about one's own data: taking them along, correcting them, closing the account. */
export const rights: Words["privacy"]["account"] = {
  mine: {
    title: "My data",
    link: "See, correct or erase your data",
    take: "Take everything with you",
    takeText:
      "Everything that Samenspel keeps about you, in one file: to read, for a computer, and with the files. " +
      "It takes a minute at most.",
    download: "Download everything",
    name: "Correct your name",
    saveName: "Save the name",
    named: "The name was changed.",
    email: "Change your e-mail address",
    emailText: "A link goes to the new address. The address changes only when that link is used.",
    saveEmail: "Send the link",
    asked: "Look in the mail of the new address. The link works for thirty minutes.",
    phone: "Samenspel keeps no telephone number.",
    close: "Close your account",
    closeLink: "Close the account and erase the data",
    log: "What was done with this account",
    none: "Nothing yet.",
    act: {
      name_corrected: "Name changed",
      address_asked: "New e-mail address asked for",
      address_corrected: "E-mail address changed",
      data_taken: "All data downloaded",
      account_closed: "Account closed",
      factor_added: "Second step set up",
      factor_removed: "Second step taken away",
      recovery_used: "Recovery code used",
      recovery_renewed: "New recovery codes made",
      factors_taken: "Second step taken away by the coordinator or the administrator",
    },
  },
  address: {
    title: "Confirm the new e-mail address",
    text: "With this button it becomes the address of the account. After that you log in again, on every device.",
    button: "Confirm the address",
  },
  closing: {
    title: "Close your account",
    lead: "This cannot be undone.",
    first: "This must be done first",
    obstacle: {
      coordinator: (place) => `You are the only coordinator of ${place}. First invite a second coordinator yourself.`,
      platform_admin: () =>
        "You are the only administrator of the platform. First make somebody else one, on the page Administration.",
      client_owner: (place) =>
        `You are the only client of ${place}, and questions are running. First invite a colleague as client.`,
      authorised_signatory: (place) =>
        `Only you may sign for ${place}, and questions are running. First have somebody else authorised to sign.`,
      leads: (title) => `You lead “${title}”. First hand it over, or finish it.`,
    },
    goes: "What goes",
    goesList: [
      "Nobody can log in any more, anywhere.",
      "Seats in teams and roles end at once. The team is told.",
      "Tonight name, e-mail address, password, age and programme disappear.",
      "Also gone: reflections, searches, interest, surveys and mail.",
    ],
    stays: "What stays, and why",
    staysList: [
      "What was signed, with the name in it: it is proof for the other side. It goes seven years after the assignment closed.",
      "Work in an assignment, such as reports and files: it belongs to the assignment. The name goes out of it.",
      "The log: only a number is in it then.",
    ],
    button: "Close the account",
    done: "The account is closed",
    doneText: "Tonight the data are erased. A last letter was sent.",
  },
  fields: {
    name: { label: "Name" },
    email: { label: "New e-mail address" },
    present_password: {
      label: "Password",
      hint: "So that we know it is you.",
    },
    sure: { label: "I know that this cannot be undone." },
  },
};
