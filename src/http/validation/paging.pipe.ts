import { applyDecorators, Injectable, type PipeTransform, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { decorateHandler, MayAnswer } from '../openapi/problems.js';

/** Makes a value of a field's text, which has been checked; `undefined` where the field was not given. */
type Reader = (text: string | undefined) => unknown;

const readersKey = 'lianshu:field-readers';

function readersOf(query: object): ReadonlyMap<string | symbol, Reader> {
  return (
    (Reflect.getMetadata(readersKey, query) as ReadonlyMap<string | symbol, Reader> | undefined) ?? new Map()
  );
}

/** Reads the fields of a query, checked as text by now, into what its DTO declares: numbers, commitments. */
@Injectable()
export class PagingPipe implements PipeTransform<object, object> {
  transform(query: object): object {
    const read = [...readersOf(query)].map(([field, reader]): [string | symbol, unknown] => {
      // Its validator let nothing else through.
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

/** A field of a list's query: validated as text by other decorators, and handed over as `read` makes it. */
export const PageField =
  (read: (text: string) => unknown): PropertyDecorator =>
  (prototype, field) => {
    setReader(prototype, field, (text) => (text === undefined ? undefined : read(text)));
  };

/** How many entries a page has at most: `usual` where not given, `maximum` at most. */
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
