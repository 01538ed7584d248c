-- What the owner answered at a cap: money lent beyond it, or 0 where nothing was.
create table budget_loan (
  id      bigint generated always as identity primary key,
  counted text not null,
  micros  bigint not null check (micros >= 0),
  who     text not null,
  at      timestamptz not null default now()
);
create index budget_loan_counted on budget_loan (counted);
