import { describe, expect, it } from 'vitest';
import { changeView, createView, type View, type ViewAction, variablesOf } from './view.ts';

const START = Date.UTC(2026, 5, 1);
const LATER = START + 60_000;

function viewAfter(...actions: readonly ViewAction[]): View {
  return actions.reduce(changeView, createView(START));
}

const third = viewAfter({ type: 'next', after: 'c1' }, { type: 'next', after: 'c2' });

describe('a view', () => {
  it('begins with the first page of everything by name', () => {
    expect(variablesOf(createView(START))).toEqual({
      first: 50,
      filter: {},
      orderBy: { field: 'NAME', direction: 'ASC' },
    });
  });

  it('goes on after the last row of the page', () => {
    expect(variablesOf(third)).toMatchObject({ first: 50, after: 'c2' });
    expect(third.page).toBe(3);
  });

  it('goes back before the first row of the page', () => {
    const second = changeView(third, { type: 'previous', before: 'c3' });
    expect(variablesOf(second)).toEqual({
      last: 50,
      before: 'c3',
      filter: {},
      orderBy: { field: 'NAME', direction: 'ASC' },
    });
    expect(second.page).toBe(2);
  });

  it('counts no page before the first', () => {
    expect(viewAfter({ type: 'previous', before: 'c' }).page).toBe(1);
  });

  it.each<ViewAction>([
    { type: 'choose', choices: { store: 'tfy' }, at: LATER },
    { type: 'clear', at: LATER },
    { type: 'sort', field: 'CREATED_AT' },
    { type: 'resize', pageSize: 100 },
    { type: 'first' },
    { type: 'restart', at: LATER },
  ])('starts over on $type, for no cursor would fit', (action) => {
    expect(changeView(third, action)).toMatchObject({ page: 1, cursor: null });
  });

  it('stays where it is on reload, and is asked for anew', () => {
    const reloaded = changeView(third, { type: 'reload' });
    expect(reloaded).toEqual(third);
    expect(reloaded).not.toBe(third);
  });

  it('counts ages from one moment while paging', () => {
    const chosen = viewAfter({ type: 'choose', choices: { age: 'OVER_A_YEAR' }, at: LATER });
    const next = changeView(chosen, { type: 'next', after: 'c' });
    expect(variablesOf(next).filter).toEqual(variablesOf(chosen).filter);
    expect(chosen.asOf).toBe(LATER);
  });

  it('turns the order round where it is asked for twice', () => {
    const directions = [1, 2, 3].map((times) =>
      Array.from({ length: times }, (): ViewAction => ({ type: 'sort', field: 'EXPIRES_AT' })),
    );
    expect(directions.map((actions) => viewAfter(...actions).order.direction)).toEqual(['ASC', 'DESC', 'ASC']);
  });

  it('takes a direction that is named', () => {
    const sort: ViewAction = { type: 'sort', field: 'NAME', direction: 'DESC' };
    expect(viewAfter(sort, sort).order).toEqual({ field: 'NAME', direction: 'DESC' });
  });

  it('keeps the order when the choices change', () => {
    const sorted = viewAfter({ type: 'sort', field: 'STORE' }, { type: 'choose', choices: { search: 'a' }, at: LATER });
    expect(sorted.order.field).toBe('STORE');
  });
});
