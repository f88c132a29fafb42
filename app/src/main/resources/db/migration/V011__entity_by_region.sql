-- A legal entity may run sites in several regions: it has one node in each, and a region sees no more than its own.
alter table facility.legal_entity add column region uuid not null references facility.region;
alter table facility.legal_entity drop constraint legal_entity_finess_key;
create unique index legal_entity_by_finess on facility.legal_entity (finess, region);
create index site_by_name on facility.site (name, id);
