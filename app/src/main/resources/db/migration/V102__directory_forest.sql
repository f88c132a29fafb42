-- What a collection says of rights and groups, so that removals can be worked out anew exactly when its files are gone.
-- It holds no password and no description, and is sealed: it is of no use to whoever has a copy of the database alone.
-- Empty for collections examined before, and for those too large to be kept.
alter table directory.collection add column forest bytea;
