import { ValidateBy } from 'class-validator';

/** All of these variables are given, and this one is as it should be, not empty at least; or none is given. */
export const IsOneOfAll = (
  names: readonly string[],
  isRight: (value: string) => boolean = (value) => value !== '',
): PropertyDecorator =>
  ValidateBy({
    name: 'isOneOfAll',
    validator: {
      validate: (value: unknown, given) => {
        const environment = (given?.object ?? {}) as Record<string, unknown>;
        if (names.every((name) => environment[name] === undefined)) return true;
        return typeof value === 'string' && isRight(value);
      },
    },
  });
