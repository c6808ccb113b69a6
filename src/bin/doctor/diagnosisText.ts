import { counted } from '../../lib/counted.js';
import { inColumns } from '../../graphql/scopes/inColumns.js';
import type { Diagnosis, Finding, Grade } from './finding.js';

const INDENT = ' '.repeat(9);

/** Returns the text that `npm run doctor` prints. */
export function diagnosisText({ findings, requests }: Diagnosis): string {
  const count = (grade: Grade): string => {
    const number = findings.filter((finding) => finding.grade === grade).length;
    return counted(number, grade);
  };
  return [
    ...findings.flatMap(linesOf),
    '',
    `${count('problem')}, ${count('warning')}. Requests sent to Gong: ${requests}.`,
  ].join('\n');
}

function linesOf({ grade, about, says, words = [], todo }: Finding): readonly string[] {
  return [
    `${grade.padEnd(INDENT.length)}${about}: ${says}`,
    ...inColumns(words, INDENT),
    ...(todo === undefined ? [] : [`${INDENT}→ ${todo}`]),
  ];
}
