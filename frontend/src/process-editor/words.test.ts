import { expect, it } from 'vitest';
import { translate } from './words';

it('says in business words what it knows, and all else as it is', () => {
  expect(translate('Local variable name')).toBe('Name');
  expect(translate('{count} of {all}', { count: '1' })).toBe('1 of {all}');
});
