import { misfit } from "#app/i18n/en/agreement/misfit.ts";
import { formatBytes as bytes, formats } from "#app/i18n/format.ts";
import type { shell as nl } from "#app/i18n/nl/shell/shell.ts";

const { duration } = formats("en");
const field = (label: string) => (label ? `‘${label}’` : "this field");

export const shell: typeof nl = {
  product: "Samenspel",
  tagline: "Companies bring a question. Learning communities take it up.",
  skip: "Skip to content",
  language: { label: "Language", nl: "Nederlands", en: "English" },
  demoLabel: "Example environment",
  demo: "This is an example with invented companies and people. Nothing here is real.",
  nav: {
    results: "Results",
    label: "Main menu",
    home: "Front page",
    market: "Questions",
    work: "My work",
    centre: "Centres",
    communities: "Learning communities",
    matching: "Matching",
    submit: "Submit a question",
    impact: "Impact",
    people: "People",
    organization: "My organisation",
    admin: "Administration",
    how: "How it works",
    login: "Log in",
    calendar: "Calendar",
  },
  person: { menu: "My menu", work: "My work", sessions: "Login and devices", logout: "Log out" },
  footer: {
    label: "About Samenspel",
    accessibility: "Accessibility",
    privacy: "Privacy",
    how: "How it works",
    made: "Made for companies and education working together.",
  },
  toCoordinator:
    "This is not the coordinator's to do. The assignment says whose turn it is. An administrator sees to roles.",
  why: {
    invalid: { title: "There is a problem", text: "Check your answers below." },
    malformed: { title: "We could not read the form", text: "Go back, reload the page and try once more." },
    not_found: { title: "This page does not exist", text: "Check the address, or search from the front page." },
    not_yours: {
      title: "You may not do this",
      text: "Your role does not allow this here. Ask the centre's coordinator for help.",
    },
    logged_out: {
      title: "You are no longer logged in",
      text: "Nothing was saved. Log in again, in a new tab if you can, and then send the form once more.",
    },
    too_large: {
      title: "This is too large",
      text: "A form holds at most 100 kB of text, and 25 MB of files. Shorten the text and send it again.",
    },
    unsupported: { title: "We do not recognise this form", text: "Reload the page and use the form you find there." },
    wrong_status: {
      title: "This step is not possible now",
      text: "The status has changed in the meantime. See below what you can do now.",
    },
    other_obligation: {
      title: "This step belongs to the other obligation",
      text: "See in the agreement whether it is about effort or result.",
    },
    guards: {
      title: "Something is still missing",
      text: "First arrange what is listed below. Then you can take this step.",
    },
    on_hold: { title: "This assignment is paused", text: "Resume the assignment first. Then you can go on." },
    disputed: { title: "There is a dispute", text: "Settle the dispute first. Then you can go on." },
    stale: {
      title: "Someone was ahead of you",
      text: "This page has changed in the meantime. Your text is still here. See what is new and send it again.",
    },
    already_said: {
      title: "This was confirmed already",
      text: "This side confirmed it already, with the same answers. Nothing was recorded or mailed again. It is now up to the other side.",
    },
    already_done: {
      title: "This is there already",
      text: "You did this already, with the same answers. Nothing was recorded or mailed again. Change your answers if something changed.",
    },
    key_reused: {
      title: "This form has already been used",
      text: "Reload the page. First check whether your earlier version has been saved.",
    },
    too_many: { title: "Too many attempts", text: "Wait a moment and then try again." },
    busy: { title: "It is very busy now", text: "Your answers have not been saved. Wait half a minute and try again." },
    wrong_credentials: {
      title: "Logging in did not work",
      text: "Check your e-mail address and password. Or ask for a new password.",
    },
    link_invalid: {
      title: "This link no longer works",
      text: "The link has expired or has been used. Ask for a new link.",
    },
    log_in_first: {
      title: "Log in first",
      text: "There is an account for this e-mail address already. Log in and open the link once more.",
    },
    somebody_else: {
      title: "This link is for somebody else",
      text: "You are logged in with another account. Log out and open the link once more.",
    },
    prove_first: {
      title: "Confirm that it is you",
      text: "For this step we ask it once more. Nothing has changed yet.",
    },
    account_disabled: {
      title: "Your account is disabled",
      text: "You cannot log in. Do you think this is wrong? Ask your centre.",
    },
    already_signed: {
      title: "This has already been signed",
      text: "You need not do anything. See the agreement for the latest state.",
    },
    cross_site: {
      title: "We did not carry this out",
      text: "The request came from another website. Go to the page itself and try it there.",
    },
    method: { title: "This address works differently", text: "Go to the front page and search from there." },
  },
  fieldError: {
    required: (l) => `Give an answer for ${field(l)}.`,
    type_again: (l) => `Type ${field(l)} once more. We do not put a password back.`,
    not_ticked: (l) => `Tick ${field(l)}.`,
    too_long: (l, n = 0) => `Shorten ${field(l)}: use at most ${n} characters.`,
    too_short: (l, n = 0) => `Lengthen ${field(l)}: use at least ${n} characters.`,
    not_a_date: (l) => `For ${field(l)}, write a date that exists, such as 23-1-2026.`,
    above_agreed: (l, _, [asked, agreed, room] = []) =>
      `You noted ${asked} for ${field(l)}. Agreed is ${agreed} in total, excluding VAT; for this instalment at most ${room} fits. ` +
      "If an invoice that is noted here is wrong, take it back first with amount 0. " +
      "For more, first sign a change of the agreement together.",
    above_left: (l, _, [asked, , room] = []) =>
      `You noted ${asked} for ${field(l)}. The work was ended: at most ${room} fits here, excluding VAT.`,
    above_version: (l, _, [asked, agreed, left] = []) =>
      `You noted ${asked} for ${field(l)}. Signed is ${agreed}, excluding VAT; after what was invoiced at most ${left} of it is left. ` +
      "More is possible only by a signed change of the agreement, before the work ends.",
    other_sum: (l, _, [sum, fee] = []) =>
      `For ${field(l)}, you add up to ${sum}. The fee is ${fee}. Make these two equal.`,
    why_other_ledger: (l) =>
      `For ${field(l)}, write why your figures are other than the hours and payments that are noted here.`,
    nothing_to_take_back: (l) =>
      `For ${field(l)}, write an amount above 0. A 0 only takes back an invoice that was noted here.`,
    noted_by_other: (l) =>
      `Leave ${field(l)} as it is: somebody else noted this invoice. You can note that it was paid. If the invoice is wrong, ` +
      "ask the coordinator or the administration of the school.",
    invoice_has_day: (l, _, [day = "", other = ""] = []) =>
      `For ${field(l)}, choose ${day}: on that day this invoice number was noted for ${other}. One invoice may be about several ` +
      "instalments, but it has one day. If it is another invoice, write its own number. If that day is wrong, first take the invoice " +
      "back there with amount 0.",
    was_paid: (l) =>
      `For ${field(l)}, write the day: this invoice was noted as paid already. If that is wrong, take the invoice back ` +
      "with amount 0 and the reason, and note it again.",
    late_stays: (l) =>
      `Leave ${field(l)} as it is: this invoice is late already, and who pays does not change that. If the invoice is wrong, ` +
      "ask the coordinator or the administration of the school.",
    why_taken_back: (l) => `For ${field(l)}, write why you take this invoice back.`,
    date_out_of_range: (l) => `For ${field(l)}, choose a date that is possible. Write the year in four digits.`,
    date_too_early: (l, _, [day = ""] = []) => `That is too early. For ${field(l)}, choose a day from ${day} on.`,
    date_too_late: (l, _, [day = ""] = []) =>
      `That is too late. For ${field(l)}, choose a day up to and including ${day}.`,
    not_a_number: (l) => `For ${field(l)}, write a whole number, such as 12.`,
    number_out_of_range: (l, n) =>
      n === undefined
        ? `For ${field(l)}, choose a number that is possible.`
        : `The number for ${field(l)} does not fit. The limit is ${n}.`,
    check_not_yet: (_, __, [day = ""] = []) => `That is not possible yet. You can tell this from ${day} on.`,
    already_with: (l) => `It lies there already. Choose somebody else at ${field(l)}.`,
    check_answered: () => "This has been told already. Choose another moment.",
    not_measured: (l) => `For ${field(l)}, write a figure with its unit, such as 12 minutes.`,
    evidence_needed: (l) =>
      `It is in use: show what tells you so. For ${field(l)}, write what a user says, or give a figure with its unit.`,
    not_a_duration: (l) => `For ${field(l)}, write how long, such as 1.5 hours, 90 min or 1:30.`,
    not_whole_hours: (l) => `For ${field(l)}, write whole hours, such as 8 or 8 hours.`,
    hours_over_period: (l, n = 0) =>
      `So many hours do not fit in this period: at most ${n}, day and night with 40 people. Check ${field(l)} and the period.`,
    noted_already: (l) =>
      "This contribution is there already: the same organisation, worth and period, with the same proof. Is this another one? " +
      `Then say for ${field(l)} or for the proof how it differs.`,
    duration_too_long: (l, n = 0) =>
      `That is too long for ${field(l)}: at most ${duration(n)}. Do you mean minutes? Then write 90 min.`,
    duration_too_short: (l, n = 0) =>
      n > 0
        ? `That is too short for ${field(l)}: at least ${duration(n)}.`
        : `That takes back too much for ${field(l)}: at most ${duration(-n)}.`,
    hours_not_there: (l, n = 0) =>
      n > 0
        ? `At most ${duration(n)} can be taken back for ${field(l)}: there are no more hours on this day.`
        : `There is nothing to take back for ${field(l)}: there are no hours on this day here.`,
    day_too_full: (l, n = 0) =>
      n > 0
        ? `A day has 24 hours. For ${field(l)}, at most ${duration(n)} still fits on this day.`
        : `A day has 24 hours. For ${field(l)}, nothing more fits on this day.`,
    not_money: (l) => `For ${field(l)}, write an amount in euro, such as 1.234,50.`,
    ambiguous_money: (l) =>
      `The amount for ${field(l)} can be read in two ways. Write cents after a comma, such as 1234,50.`,
    not_an_email: (l) => `For ${field(l)}, write an e-mail address, such as name@example.com.`,
    not_a_kvk: (l) => `For ${field(l)}, write the 8 digits of the KvK (Chamber of Commerce) number.`,
    not_a_postcode: (l) => `For ${field(l)}, write four digits, such as 8601.`,
    not_an_option: (l) => `For ${field(l)}, choose one of the options.`,
    not_a_time: (l) => `For ${field(l)}, write a time, such as 14:30.`,
    common_password: () => "This password is easy to guess. Choose a longer sentence.",
    own_words_password: () => "Do not use your name or e-mail address in your password.",
    no_match: (l) => `For ${field(l)}, fill in the same twice.`,
    too_many_items: (l, n = 0) => `For ${field(l)}, choose at most ${n}.`,
    too_few_items: (l, n = 0) => `For ${field(l)}, fill in at least ${n} lines.`,
    file_too_large: (l, n = 0) => `A file for ${field(l)} is too large: at most ${bytes(n)}. Choose a smaller file.`,
    files_too_large: (l, n = 0) =>
      `This is too large for ${field(l)}: at most ${bytes(n)} at once. Choose a smaller file, or send files one by one.`,
    file_type: (l) => `This kind of file is not possible for ${field(l)}. Choose another file, such as a PDF.`,
    no_file: (l) => `No file was chosen for ${field(l)}. Choose a file first.`,
    file_empty: (l) => `A file for ${field(l)} is empty. Choose another file.`,
    file_quota: (_, n = 0) =>
      `You keep so many files here that this one does not fit: at most ${bytes(n)}. Choose a smaller file.`,
    upload_budget_person: (_, n = 0) =>
      `You have sent many files today: at most ${bytes(n)} in one day. Try again tomorrow.`,
    upload_budget_centre: (_, n = 0) =>
      `Together you have sent many files here today: at most ${bytes(n)} in one day. Try again tomorrow.`,
    file_not_kept: (l) => `A file could not be saved. Choose it again later at ${field(l)}. Your text is still here.`,
    unreadable_text: (l) => `${field(l)} holds characters we cannot read. Type the text again.`,
    already_used: (l) => `What you filled in for ${field(l)} is already in use. Choose something else.`,
    other_name: (_, __, [name = ""] = []) =>
      `Sign with your own name, as in your account: ${name}. If that is not your name, change it in your account first.`,
    other_guardian: (_, __, [name = ""] = []) =>
      `Write your own name, as your child gave it: ${name}. Is that name wrong? Then ask for a new letter with the right one.`,
    secret_not_open: () => misfit.secret_not_open,
    open_licence_asked: () => "Work with a subsidy is shared with everybody. Choose an open licence.",
    in_team: () =>
      "This person is in the team or was asked already, in this role. Choose somebody else or another role.",
    seat_misfit: (_, __, [roles = ""] = []) => `This does not fit whom you chose. Here that person can be: ${roles}.`,
    no_seat: () => "There is no role left here for this person. Choose somebody else.",
    wrong_code: () => "This code is not right. Check the code or ask for a new one.",
    wrong_begin_code: () =>
      "This code is not right, or works no longer. The newest code stands in the log of the server.",
    wrong_factor_code: () => "This code is not right, or was used before. Wait for the next one.",
    wrong_passkey: () => "The passkey did not work. Try again, or use a code.",
    wrong_password: () => "This password is not right. Try again.",
    not_a_link: () => "This is not an address that begins with https://. Please check it.",
    not_in_future: (l: string) => `Choose a moment that is still to come for ${field(l)}.`,
    too_few_choices: (_: string, n = 0) => `Choose at least ${n} assignments.`,
    not_a_sheet: () => "This is not a list that we can read. Choose a file that ends in .xlsx or .csv.",
    not_a_slug: (l: string) => `Use only small letters, digits and dashes for ${field(l)}, such as water-north.`,
    not_a_day_of_year: (l: string) => `Write days and months for ${field(l)}, such as 1-9, 15-11.`,
    known_account: () => "There is an account with this address already. Log in first and then open this page again.",
    has_role: () => "This person has this role here already. Fill in another address.",
    nobody_here: () => "There is no account with this address. Check the address.",
    disabled_account: () => "The account with this address is disabled. Enable it first, or choose somebody else.",
    nobody_to_add: () => "There is nobody left to add here. Choose another group.",
  },
  errorPage: {
    reference: "Your reference",
    home: "To the front page",
    work: "To my work",
    failed: {
      title: "Something went wrong on our side",
      text: "It is not your fault. Try again in a few minutes. Does it keep going wrong? Then give this reference to the centre.",
    },
    closed: {
      title: "Samenspel cannot be reached for a moment",
      text: "We will be right back. What you saved before is kept.",
    },
  },
  problem: {
    wait: (n) => `It works again in ${n === 1 ? "1 minute" : `${n} minutes`}.`,
    change: "a change",
    title: "There is a problem",
    prefix: "Error: ",
    missing: "First arrange this:",
    first: (name, move, at) =>
      name ? `${name} was ahead of you: ${move}, ${at}.` : `Meanwhile this happened: ${move}, ${at}.`,
    firstBy: { reader: "you", person: "somebody", system: "Samenspel" },
    kept: "Your text",
    unsavedHint: "This was not saved. Copy from here what you still need.",
    again: {
      title: "Your form",
      text: "Your text is below. Wait a moment and then send the form again. If it did arrive, it counts once.",
      apart: "Copy below what you wrote. Then go back and fill in the form again.",
      logIn: "Log in again (opens a new tab)",
      afterLogin: "Are you logged in again? Then send the form from here. Your text is below.",
      button: "Send again",
      back: "Back to the form",
    },
    assignment: "To the assignment",
  },
  form: {
    save: "Save",
    send: "Send",
    cancel: "Cancel",
    back: "Back",
    next: "Continue",
    change: "Change",
    remove: "Remove",
    add: "Add",
    check: "Check your answers",
    confirm: "Confirm",
    optional: "(optional)",
    choose: "Make a choice",
    yes: "Yes",
    no: "No",
    example: "Example:",
    dateHint: "For example 23-1-2026",
    durationHint: "For example 1.5 hours, 90 min or 1:30",
    moneyHint: "In euro, for example 1.234,50",
    kvkHint: "8 digits",
    timeHint: "For example 14:30",
    time: "Time",
    rowsHint: "Leave lines empty that you do not need.",
    filesAgain: "The files you chose were not kept: please choose them again.",
    filesHint: "Choose one or more files.",
    empty: "Not filled in",
    optionGone: "A choice that no longer exists",
    fieldGone: "A question that no longer exists",
    none: "There is nothing to choose here yet.",
    others: (n) => `Others (${n})`,
    row: (label, n) => `${label} ${n}`,
  },
  turn: {
    yours: "It is your turn",
    nobody: "It is nobody’s turn",
    by: (who) => `Turn: ${who}`,
    before: "before",
    label: "Where this assignment stands",
  },
  line: {
    label: "The route of this assignment",
    passed: "passed",
    here: "you are here",
    ahead: "ahead",
    loop: "back for rework",
    left: "stopped here",
    step: (n, of, stop) => `Step ${n} of ${of}: ${stop}`,
    show: "Show the whole route",
  },
  moves: {
    more: "More",
    title: "What you can do now",
    none: "You need not do anything now.",
    blocked: (move) => `${move} is not possible yet`,
    fix: "Arrange this",
  },
  list: {
    previous: "Previous",
    next: "Next",
    page: (n, of) => `Page ${n} of ${of}`,
    pages: "Pages",
    shown: (from, to, of) => `${from} to ${to} of ${of}`,
    whole: (total) => `${total} in total`,
    filter: "Filter",
    filters: (n) => (n ? `Filters (${n})` : "Filters"),
    apply: "Show results",
    clear: "Clear all filters",
    active: "Chosen filters",
    removeFilter: (what) => `Remove filter ${what}`,
    search: "Search",
    sort: "Sort",
    total: "Total",
  },
  log: { label: "Log", empty: "Nothing has happened yet.", system: "Samenspel" },
  deadline: { before: "Before", late: "Late", today: "Today" },
  tasks: { done: "Done", todo: "To do", blocked: "Not possible yet", progress: (done, of) => `${done} of ${of} done` },
  plot: { table: "Show the figures" },
  tabs: "Parts",
};
