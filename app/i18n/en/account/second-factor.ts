import type { secondFactor as nl } from "#app/i18n/nl/account/second-factor.ts";

export const secondFactor: typeof nl = {
  title: "Second step when logging in",
  lead: "With a second step nobody gets into your account who only knows your password.",
  link: "Set up a second step, or look at what is there",
  must: "Your role needs a second step. Set one up now. After that you can go on.",
  have: "This is set up",
  nothing: "There is no second step yet.",
  kind: {
    app: "App with codes",
    passkey: "Passkey",
  },
  added: "Set up",
  lastUsed: "Last used",
  remove: "Take away",
  removeSure: "Yes, take this away",
  only: "This is your only one. Your role needs a second step. Set up another one first.",
  add: "Add",
  addApp: "An app on your phone that makes codes",
  addPasskey: "A passkey: your fingerprint, face or PIN, or a key that you plug in",
  recovery: "Recovery codes",
  recoveryLeft: (n) =>
    n === 0
      ? "There is no recovery code left."
      : n === 1
        ? "1 recovery code is left."
        : `${n} recovery codes are left.`,
  recoveryFew: "Make new codes, so that you can always log in.",
  recoveryLink: "Recovery codes",
  lost: "Lost everything?",
  lostText:
    "Have you lost your phone, your keys and your recovery codes? Go to the coordinator of your centre, or to the " +
    "administrator of the platform. They check who you are and take your second step away. Then you log in with " +
    "your password and set up a new one.",
  app: {
    title: "App with codes",
    lead: "You need an app that makes codes. There are many, also free ones.",
    begin: "Begin",
    scan: "Scan this code with the app",
    qr: "QR code with the key for the app",
    type: "Or type this key into the app",
    fill: "Fill in the code that the app shows now",
    button: "Switch on",
    replaces: "You have an app already. The new one takes its place.",
  },
  passkey: {
    title: "Passkey",
    lead: "Your device makes a key that only works on this website. You use it with your finger, face or PIN.",
    button: "Make a passkey",
    noScript: "This needs JavaScript, and does not work in every browser. An app with codes always works.",
    full: "You have eight already. Take one away first.",
  },
  codes: {
    title: "Recovery codes",
    lead: "With a recovery code you log in when your phone or key is not there. Each code works once.",
    once: "You see these codes only now. Print them or keep them in a safe place, not with your password.",
    download: "Download as text",
    kept: "I have kept the codes",
    renew: "Make new codes",
    renewText: "The old codes then stop working.",
    none: "Set up a second step first. Then you get recovery codes too.",
    fileHead: (name, at) => `Recovery codes for Samenspel of ${name}, made on ${at}`,
    fileFoot: "Each code works once.",
  },
  step: {
    title: "Second step",
    lead: "Your password is right. Now the second step.",
    button: "Go on",
  },
  prove: {
    title: "Confirm that it is you",
    lead: "For this step we ask it once more.",
    again: "What you filled in stays and is sent at once.",
    apart: "Confirm first. After that you fill in the form again, because it holds a password, a code or a file.",
    link: "Confirm that it is you",
    button: "Confirm and go on",
    done: "Thank you. You can go on now.",
    usePasskey: "Use your passkey",
    passkeyFailed: "The passkey did not work. Try again, or use a code.",
  },
  centre: {
    title: "Logging in to your centre",
    link: "Ask a second step when logging in",
    lead:
      "With a second step nobody comes in who only knows a password. When you switch this on, everybody in these roles sets " +
      "one up at once, you too. Who is logged in has to do it at the next page.",
    fields: {
      required: { label: "Coordinators, business developers and signatories log in with a second step" },
    },
    button: "Save",
    saved: "Saved.",
  },
  taking: {
    title: "Take away somebody’s second step",
    link: "Has somebody lost their second step?",
    lead:
      "Do this only when you are certain who asks: you see that person, or you call a number that you knew " +
      "before. A mail is not enough.",
    after: "The person is logged out everywhere and gets a mail. The password is still needed.",
    button: "Take the second step away",
    done: "The second step is gone. The person can now log in with the password and then sets up a new one.",
  },
  fields: {
    _password: { label: "Password" },
    _code: {
      label: "Code",
      hint: "Six digits from your app, or a recovery code.",
    },
    _passkey: { label: "Passkey" },
    made_passkey: { label: "Passkey" },
    code: {
      label: "Code from the app",
      hint: "Six digits. Every half minute there is a new one.",
    },
    name: {
      label: "What do you call this key?",
      hint: "For example: phone, or key ring.",
    },
    email: { label: "E-mail address of the person" },
    sure: { label: "I am certain who asks this" },
  },
};
