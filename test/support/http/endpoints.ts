import type { OpenAPIObject } from '@nestjs/swagger';

/** An operation of the OpenAPI document, with an address to call it at. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As documented, such as `/api/v1/staff/requests/{id}`. */
  readonly pattern: string;
  /** With something fitting in place of each parameter. */
  readonly path: string;
  /** Whose session it wants. */
  readonly session: 'lead' | 'staff' | undefined;
  readonly takesBody: boolean;
  readonly maximumBytes: number;
  readonly operation: NonNullable<OpenAPIObject['paths'][string]['get']>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

const fitting: Readonly<Record<string, string>> = {
  caseNumber: '9001',
  id: '01890000-0000-7000-8000-000000000000',
  commitment: '00'.repeat(32),
};

/** Every operation of the document. */
export function endpointsOf(document: OpenAPIObject): readonly Endpoint[] {
  return Object.entries(document.paths).flatMap(([pattern, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [endpoint(method, pattern, operation)];
    }),
  );
}

function endpoint(method: Endpoint['method'], pattern: string, operation: Endpoint['operation']): Endpoint {
  const path = pattern.replace(/\{(\w+)\}/g, (_all, name: string) => fitting[name] ?? '1');
  const schemes = (operation.security ?? []).flatMap((each) => Object.keys(each));
  const maximum: unknown = Reflect.get(operation, 'x-maximum-body-bytes');
  return {
    method,
    pattern,
    path,
    session: schemes.includes('lead') ? 'lead' : schemes.includes('staff') ? 'staff' : undefined,
    takesBody: operation.requestBody !== undefined,
    maximumBytes: typeof maximum === 'number' ? maximum : 65_536,
    operation,
  };
}
