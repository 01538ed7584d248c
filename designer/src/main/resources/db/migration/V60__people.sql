-- The one owner of this house. The fixed key makes a second owner impossible.
create table owner (
  id            smallint primary key default 1 check (id = 1),
  name          text        not null,
  email         text        not null,
  password_hash text        not null,
  created_at    timestamptz not null default now()
);

-- Personal access tokens of the API. Only the SHA-256 of a token is kept.
create table access_token (
  id           uuid primary key,
  name         text        not null,
  token_hash   bytea       not null unique,
  created_at   timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at   timestamptz
);
