import { z } from 'zod';
import { configSchema, readConfig } from '../../src/config.ts';
import { alignedTable } from './aligned-table.ts';

interface Variable {
  readonly name: string;
  readonly meaning: string;
  /** Whether the bot does not start without it, where it is read. */
  readonly isNeeded: boolean;
  /** The choice that it belongs to; `undefined`: to all. */
  readonly where: string | undefined;
}

/** Choices that somebody makes by setting variables, in words. The others have no variable that is needed. */
const CHOICES: Readonly<Record<string, string>> = {
  'mode=http': 'over HTTP',
  'mode=socket': 'in Socket Mode',
  'mode=oauth': 'with OAuth',
  'EVALUATOR=llm': 'with `EVALUATOR=llm`',
};

/** Every variable that the configuration reads, once, as a Markdown table. Throws for one without a description. */
export function configTable(): string {
  const variables = Object.entries(configSchema.shape).flatMap(([name, schema]) => variablesOf(name, schema));
  const names = [...new Set(variables.map(({ name }) => name))];
  const unset = new Map(Object.entries(readConfig({})).flatMap(leaves));
  const rows = names.map((name) => {
    const all = variables.filter((variable) => variable.name === name);
    const meaning = all.find((variable) => variable.meaning !== '')?.meaning;
    if (meaning === undefined) throw new Error(`${name} has no description in src/config.ts`);
    const choices = [...new Set(all.flatMap(({ where }) => where ?? []))];
    // What only some ways of one choice need, its meaning says.
    const needed = choices.filter((choice) =>
      all.every(({ where, isNeeded }) => where !== choice || isNeeded),
    );
    const value = unset.get(name);
    const without =
      value !== undefined ? `\`${value}\`` : needed.length > 0 ? `needed ${needed.join(', ')}` : '';
    return [`\`${name}\``, meaning.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase()), without];
  });
  return alignedTable(['variable', 'what it is', 'if it is not set'], rows);
}

function variablesOf(name: string, schema: z.core.$ZodType, where?: string): Variable[] {
  if (schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.flatMap((option) => membersOf(option, schema.def.discriminator));
  const isNeeded = !z.safeParse(schema, undefined).success;
  return [{ name, meaning: meaningOf(schema), isNeeded, where }];
}

function membersOf(option: z.core.$ZodType, discriminator: string): Variable[] {
  if (option instanceof z.ZodDiscriminatedUnion)
    return option.options.flatMap((inner) => membersOf(inner, discriminator));
  if (!(option instanceof z.ZodObject)) throw new Error('a choice of variables is an object');
  const shape: Readonly<Record<string, z.core.$ZodType>> = option.shape;
  const chosen = shape[discriminator];
  const value = chosen instanceof z.ZodLiteral ? String([...chosen.values][0]) : '';
  return Object.entries(shape)
    .filter(([name]) => /^[A-Z_]+$/.test(name))
    .flatMap(([name, schema]) => variablesOf(name, schema, CHOICES[`${discriminator}=${value}`]))
    .map((variable) => (variable.name === discriminator ? { ...variable, isNeeded: false } : variable));
}

/** As described on it, or on what it wraps. */
function meaningOf(schema: z.core.$ZodType): string {
  const own = z.globalRegistry.get(schema)?.description;
  if (own !== undefined) return own;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return meaningOf(schema.def.innerType);
  return schema instanceof z.ZodPipe ? meaningOf(schema.def.in) : '';
}

/** Names and values, without the choices around them; what is empty has no value. */
function leaves([name, value]: [string, unknown]): [string, string][] {
  if (Array.isArray(value)) return [];
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(leaves);
  return [[name, String(value)]];
}
