-- The only structure in which somebody may act whom its network alone vouches for.
alter table access.session add column bound text;
