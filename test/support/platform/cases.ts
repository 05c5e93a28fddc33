import { registerDemoStaff } from '../../../src/demo.js';
import {
  type ApiClient,
  type MockCard,
  openAsLead,
  registerCase,
  type RegisteredCase,
  signInLead,
  signInStaff,
} from '../../../src/devkit/index.js';
import { MEMBER_STORE, type MemberStore } from '../../../src/staff/index.js';
import type { House, HouseApplication } from './house.js';

/** A case of a test: its code and its lead. */
export interface TestCase extends RegisteredCase {
  readonly lead: MockCard;
}

/** Everybody who can be signed in, by who they are. */
export type Sessions = Readonly<
  Record<'lead' | 'otherLead' | 'registrar' | 'verifier' | 'approver' | 'auditor', ApiClient>
>;

const text = (number: string) => ({
  number,
  mainText: '你是否同意圖書館於例假日延長開放至晚間九時？',
  reason: '讓上班的人也能使用圖書館。',
});

/** So few that 1.5 % of them is three. */
const electors = 200;

/** Enters the commission's staff, each with the one role of their part. */
export function enterStaff(house: House, { app }: HouseApplication): Promise<void> {
  return registerDemoStaff(app.get<MemberStore>(MEMBER_STORE), house.clock, house.cast);
}

/** The commission's staff and two cases that collect: 9001, and 9002 led by somebody else. */
export async function twoCases(
  house: House,
  application: HouseApplication,
): Promise<Readonly<Record<'main' | 'other', TestCase>>> {
  await enterStaff(house, application);
  return {
    main: await collectingCase(house, application, '9001', house.cast.lead),
    other: await collectingCase(house, application, '9002', house.cast.otherLead),
  };
}

/** Registers a case whose code its lead has. */
export async function issuedCase(
  house: House,
  { api }: HouseApplication,
  number: string,
  lead: MockCard,
): Promise<TestCase> {
  const registrar = await signInStaff(api, house.cast.registrar);
  return { ...(await registerCase(registrar, text(number), lead, electors)), lead };
}

/** Registers a case and has its lead open it, on a day on which it collects. */
export async function collectingCase(
  house: House,
  application: HouseApplication,
  number: string,
  lead: MockCard,
): Promise<TestCase> {
  const issued = await issuedCase(house, application, number, lead);
  await openAsLead(application.api, issued, lead);
  return issued;
}

/** Signs everybody in. */
export async function signEverybodyIn(
  house: House,
  { api }: HouseApplication,
  cases: Readonly<Record<'main' | 'other', TestCase>>,
): Promise<Sessions> {
  const { cast } = house;
  return {
    lead: await signInLead(api, cases.main.lead, cases.main.accessCode),
    otherLead: await signInLead(api, cases.other.lead, cases.other.accessCode),
    registrar: await signInStaff(api, cast.registrar),
    verifier: await signInStaff(api, cast.verifier),
    approver: await signInStaff(api, cast.approver),
    auditor: await signInStaff(api, cast.auditor),
  };
}
