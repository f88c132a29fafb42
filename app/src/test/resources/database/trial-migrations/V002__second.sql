create table second (n int);
