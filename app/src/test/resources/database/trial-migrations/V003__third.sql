create table third (n int);
