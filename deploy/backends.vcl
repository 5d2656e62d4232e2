# The addresses of the application's instances, for varnish.vcl. For each there is a backend, and a line
# in vcl_init. An instance that does not run gets no requests, so this file fits one instance too.
backend first {
  .host = "127.0.0.1";
  .port = "3000";
  .probe = readiness;
}

backend second {
  .host = "127.0.0.1";
  .port = "3001";
  .probe = readiness;
}

sub vcl_init {
  new dashboard = directors.shard();
  dashboard.add_backend(first);
  dashboard.add_backend(second);
  dashboard.reconfigure();
}
