export { useProblemCount, useProblems, useProblemsOf } from '../state/problems-store';
