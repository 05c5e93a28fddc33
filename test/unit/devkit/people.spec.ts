import { describe, expect, it } from '@jest/globals';
import {
  HouseholdRegister,
  ManualClock,
  personFor,
  Population,
  SeededRandom,
} from '../../../src/devkit/index.js';
import {
  citizenNumber,
  residentNumber,
  twinNumber,
  withWrongCheckDigit,
} from '../../../src/devkit/people/national-id.js';

/** The rule for the check digit, written in a third way. */
function valid(number: string): boolean {
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(number[0]!) + 10;
  let sum = Math.floor(letter / 10) + (letter % 10) * 9;
  for (let i = 1; i <= 8; i++) sum += Number(number[i]) * (9 - i);
  return (sum + Number(number[9])) % 10 === 0;
}

describe('numbers', () => {
  const random = new SeededRandom('numbers');
  const numbers = Array.from({ length: 500 }, () => citizenNumber(random));

  it('are valid, also with given last four digits', () => {
    for (const number of numbers)
      expect([number, valid(number), /^[A-Z][12]\d{8}$/.test(number)]).toEqual([number, true, true]);
    for (let i = 0; i < 10_000; i += 77) {
      const ending = String(i).padStart(4, '0');
      const number = citizenNumber(random, ending);
      expect([valid(number), number.slice(-4)]).toEqual([true, ending]);
    }
    expect(valid('A123456789') && valid('F131104093') && !valid('A123456788')).toBe(true);
  });

  it('of residents are valid, and not citizens’', () => {
    for (let i = 0; i < 200; i++) {
      const number = residentNumber(random);
      expect([valid(number), /^[A-Z][89]\d{8}$/.test(number)]).toEqual([true, true]);
    }
  });

  it('can be changed into an invalid or another valid number with the same last four digits', () => {
    for (const number of numbers) {
      const [wrong, twin] = [withWrongCheckDigit(number), twinNumber(number)];
      expect([valid(wrong), valid(twin), twin === number]).toEqual([false, true, false]);
      expect([wrong.slice(-4), twin.slice(-4)]).toEqual([number.slice(-4), number.slice(-4)]);
    }
  });
});

describe('Population', () => {
  it('gives no number and no serial number twice, also with equal last four digits', () => {
    const population = new Population();
    const random = new SeededRandom('people');
    for (let i = 0; i < 3000; i++) population.citizen(random, 'eligible', i % 2 === 0 ? '1234' : undefined);
    for (let i = 0; i < 100; i++) population.resident(random);
    const { everyone } = population;
    expect(new Set(everyone.map(({ nationalId }) => nationalId)).size).toBe(3100);
    expect(new Set(everyone.map(({ holderSerialNumber }) => holderSerialNumber)).size).toBe(3100);
    for (const { holderSerialNumber } of everyone) expect(holderSerialNumber).toMatch(/^\d{16}$/);
    const beyondBasicPlane = everyone.filter(({ name }) => /[\u{20000}-\u{3ffff}]/u.test(name));
    expect(beyondBasicPlane.length).toBeGreaterThan(100);
  });

  it('gives each role of the demo its person', () => {
    expect(personFor('s', 'lead')).toEqual(personFor('s', 'lead'));
    expect(personFor('s', 'lead')).not.toEqual(personFor('s', 'registrar'));
  });

  it('is the data of the register', () => {
    const population = new Population();
    const random = new SeededRandom('register');
    const people = (
      ['eligible', 'not-in-register', 'under-age', 'guardianship', 'newly-resident', 'dead'] as const
    ).map((standing) => population.citizen(random, standing));
    const register = new HouseholdRegister(population.everyone);
    expect(people.map(({ nationalId }) => register.result(nationalId))).toEqual([
      '00',
      'R01',
      'R02',
      'R03',
      'R04',
      'R05',
    ]);
    expect(register.result('A123456789')).toBe('R01');
  });
});

describe('ManualClock', () => {
  it('shows the time that was set', () => {
    const clock = new ManualClock(new Date(1000));
    clock.advance(500);
    expect(clock.now()).toEqual(new Date(1500));
    clock.set(new Date(5));
    expect(clock.now()).toEqual(new Date(5));
  });
});
