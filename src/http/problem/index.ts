export { describeBug } from './describe-bug.js';
export { type ProblemDocument, problemDocument } from './problem-document.js';
export {
  type MembersIn,
  ProblemException,
  type ProblemHeaders,
  type ProblemMembers,
} from './problem.exception.js';
export { ProblemFilter } from './problem.filter.js';
export { valueOrProblem } from './value-or-problem.js';
export { writeProblem } from './write-problem.js';
