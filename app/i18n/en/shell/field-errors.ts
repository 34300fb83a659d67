import { misfit } from "#app/i18n/en/agreement/misfit.ts";
import { formatBytes as bytes, formats } from "#app/i18n/format.ts";
import type { fieldError as nl } from "#app/i18n/nl/shell/field-errors.ts";

const { duration } = formats("en");
const field = (label: string) => (label ? `‘${label}’` : "this field");

export const fieldError: typeof nl = {
  required: (l) => `Give an answer for ${field(l)}.`,
  type_again: (l) => `Type ${field(l)} once more. We do not put a password back.`,
  not_ticked: (l) => `Tick ${field(l)}.`,
  too_long: (l, n = 0) => `Shorten ${field(l)}: use at most ${n} characters.`,
  too_short: (l, n = 0) => `Lengthen ${field(l)}: use at least ${n} characters.`,
  not_a_date: (l) => `For ${field(l)}, write a date that exists, as day-month-year.`,
  above_agreed: (l, _, [asked, agreed, room] = []) =>
    `You noted ${asked} for ${field(l)}. Agreed is ${agreed} in total, excluding VAT; for this instalment at most ${room} fits. ` +
    "If an invoice that is noted here is wrong, take it back first with amount 0. " +
    "For more, first sign a change of the agreement together.",
  above_left: (l, _, [asked, , room] = []) =>
    `You noted ${asked} for ${field(l)}. The work was ended: at most ${room} fits here, excluding VAT.`,
  above_version: (l, _, [asked, agreed, left] = []) =>
    `You noted ${asked} for ${field(l)}. Signed is ${agreed}, excluding VAT; after what was invoiced at most ${left} of it is left. ` +
    "More is possible only by a signed change of the agreement, before the work ends.",
  above_card: (_, n = 0) => `The question asks for at most ${n} students. Do not offer more.`,
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
  age_contradicts: (l) =>
    `The age and the day at ${field(l)} contradict each other. Correct one of them, or leave the day empty for 18 or older.`,
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
  in_team: () => "This person is in the team or was asked already, in this role. Choose somebody else or another role.",
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
  held_back: (l) => `What you filled in at ${field(l)} is not possible here. Choose something else.`,
  nobody_to_add: () => "There is nobody left to add here. Choose another group.",
};
