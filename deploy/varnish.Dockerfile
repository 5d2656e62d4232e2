# Varnish as Debian packages it: the release that the tests use, with the module for limits per client.
FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends varnish varnish-modules \
  && rm -rf /var/lib/apt/lists/*
COPY deploy/varnish.vcl deploy/varnish-with-limits.vcl /etc/varnish/
COPY deploy/compose-backends.vcl /etc/varnish/backends.vcl
USER varnish
EXPOSE 8080
STOPSIGNAL SIGTERM
CMD ["varnishd", "-F", "-f", "/etc/varnish/varnish-with-limits.vcl", "-n", "/var/lib/varnish/dashboard", "-a", ":8080", "-a", "purge=:8081", "-s", "default,256m", "-s", "Transient=default,128m"]
