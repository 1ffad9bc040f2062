// Where the reference departs from the specification and the engine does not follow it: each with its reason, and as narrow as can be.
const known = [
  // Section 5.8.5 wants variables in OneOf input objects to be non-nullable. The reference does not look where the place of the object is
  // itself non-null (`key: Key!`), nor where the variable has another fault, and answers with a field error instead, or with one error less.
  /must be non-nullable to be used for OneOf Input Object/,
];

/** The engine's answer without the errors that are known to be its own; null where nothing is left of its refusal. */
export function withoutKnown(answer) {
  const errors = (answer.errors ?? []).filter((error) => !known.some((wording) => wording.test(error.message)));
  return 'data' in answer || errors.length === answer.errors?.length ? answer : errors.length === 0 ? null : { ...answer, errors };
}
