-- Charts of one or many tenants. tenant_id stands first in every primary key, unique key and foreign key, so that the
-- tables can be spread over machines by tenant later; ids are made by the program.

create table tenant (
  tenant_id uuid primary key,
  opened_at timestamptz not null,
  -- The tenant's key, wrapped by the master key.
  wrapped_key bytea not null,
  -- The head of the audit chain: number and code of its newest row, and a code over both.
  audit_seq bigint not null,
  audit_mac bytea not null,
  audit_head_mac bytea not null
);

-- A record. (`record` is a word of the database's own.)
create table chart (
  tenant_id uuid not null,
  record_id uuid not null,
  opened_at timestamptz not null,
  -- The record's key, wrapped by the tenant's: gone with the record when it is erased.
  wrapped_key bytea not null,
  -- How many entries were received: the next one gets the next number.
  received bigint not null,
  primary key (tenant_id, record_id),
  foreign key (tenant_id) references tenant (tenant_id)
);

create table entry (
  tenant_id uuid not null,
  entry_id uuid not null,
  record_id uuid not null,
  -- Place in the order in which the record's entries came in, from 1, without gaps.
  received bigint not null,
  received_at timestamptz not null,
  kind text not null,
  -- The whole entry as JSON, sealed under the record's key.
  sealed bytea not null,
  -- Keyed fingerprint of its content: tells the same entry sent twice from another one under its id.
  fingerprint bytea not null,
  primary key (tenant_id, entry_id),
  unique (tenant_id, record_id, received),
  foreign key (tenant_id, record_id) references chart (tenant_id, record_id)
);

create table blob (
  tenant_id uuid not null,
  blob_id uuid not null,
  record_id uuid not null,
  variant text not null,
  -- Of the plain bytes.
  sha256 text not null,
  bytes bigint not null,
  media_type text not null,
  received_at timestamptz not null,
  -- The blob's key, wrapped by the tenant's.
  wrapped_key bytea not null,
  primary key (tenant_id, blob_id),
  unique (tenant_id, record_id, variant, sha256),
  foreign key (tenant_id, record_id) references chart (tenant_id, record_id)
);

create table audit (
  tenant_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  record_id uuid,
  detail text not null,
  -- Code over this row and the code of the row before, under a key that is not in the database.
  mac bytea not null,
  primary key (tenant_id, seq),
  foreign key (tenant_id) references tenant (tenant_id)
);

create index audit_of_record on audit (tenant_id, record_id, action);
