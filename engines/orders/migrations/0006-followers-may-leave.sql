-- Following an order is for the own convenience only: it goes when a person has the own data deleted.
grant delete on orders.follower to houqin_app;
