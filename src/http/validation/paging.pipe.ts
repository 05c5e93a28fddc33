import { applyDecorators, Injectable, type PipeTransform, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { decorateHandler, MayAnswer } from '../openapi/problems.js';

/** Converts the text of a field, which has been validated. `undefined` where the field was not given. */
type Reader = (text: string | undefined) => unknown;

const readersKey = 'lianshu:field-readers';

function readersOf(query: object): ReadonlyMap<string | symbol, Reader> {
  return (
    (Reflect.getMetadata(readersKey, query) as ReadonlyMap<string | symbol, Reader> | undefined) ?? new Map()
  );
}

/** Converts the fields of a query, which have been validated as text, to the types in the DTO: numbers, commitments. */
@Injectable()
export class PagingPipe implements PipeTransform<object, object> {
  transform(query: object): object {
    const read = [...readersOf(query)].map(([field, reader]): [string | symbol, unknown] => {
      // Its validator accepts nothing else.
      const text = Reflect.get(query, field) as string | undefined;
      return [field, reader(text)];
    });
    return { ...query, ...Object.fromEntries(read) };
  }
}

/** The query of a list, a DTO whose fields are decorated with {@link PageLimit} and {@link PageField}. */
export const Paging = (): ParameterDecorator => (target, key, index) => {
  Query(new PagingPipe())(target, key, index);
  decorateHandler(target, key, MayAnswer('request-invalid'));
};

/** A field of a list's query. Other decorators validate it as text, and `read` converts it. */
export const PageField =
  (read: (text: string) => unknown): PropertyDecorator =>
  (prototype, field) => {
    setReader(prototype, field, (text) => (text === undefined ? undefined : read(text)));
  };

/** The number of entries of a page: `usual` where not given, `maximum` at most. */
export function PageLimit({ usual, maximum }: { usual: number; maximum: number }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: 'integer', required: false, minimum: 1, maximum, default: usual }),
    IsOptional(),
    ValidateBy({ name: 'pageLimit', validator: { validate: (value) => isLimit(value, maximum) } }),
    (prototype: object, field: string | symbol) => {
      setReader(prototype, field, (text) => Number(text ?? usual));
    },
  );
}

function isLimit(value: unknown, maximum: number): boolean {
  return typeof value === 'string' && /^[1-9][0-9]{0,3}$/.test(value) && Number(value) <= maximum;
}

function setReader(prototype: object, field: string | symbol, reader: Reader): void {
  Reflect.defineMetadata(readersKey, new Map([...readersOf(prototype), [field, reader]]), prototype);
}
