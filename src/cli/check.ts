import { takeImportsAtTheirWord } from './imports-at-their-word.ts';

takeImportsAtTheirWord();

const { check } = await import('./check-command.ts');
process.exitCode = await check(process.argv.slice(2));
