# The instances of compose.yaml, by address: Varnish resolves names only when it starts, and a container
# that is replaced keeps its address.
backend first {
  .host = "10.213.71.11";
  .port = "3000";
  .probe = readiness;
}

backend second {
  .host = "10.213.71.12";
  .port = "3000";
  .probe = readiness;
}

sub vcl_init {
  new dashboard = directors.shard();
  dashboard.add_backend(first);
  dashboard.add_backend(second);
  dashboard.reconfigure();
}
