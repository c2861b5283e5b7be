// @ts-check
// Something that whoever has typed the command can mend. The message says what is wrong, and where.

export class Complaint extends Error {
  name = "Complaint";
}

/** A word of the command itself is wrong: which words there are is said after it. */
export class UsageComplaint extends Complaint {
  name = "UsageComplaint";
}
