# The server in a container: docker build -t danchieu . && docker compose up
# Nothing is fetched when it runs; the dataset lies in the volume /data.
FROM python:3.11-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN python -m venv /opt/danchieu \
 && /opt/danchieu/bin/pip install --no-cache-dir -c .ci/constraints.txt '.[fast]'

FROM python:3.11-slim
COPY --from=build /opt/danchieu /opt/danchieu
RUN useradd --create-home --uid 10001 danchieu && mkdir /data && chown danchieu /data
USER danchieu
ENV PATH=/opt/danchieu/bin:$PATH DANCHIEU_STORE=/data PYTHONUNBUFFERED=1
WORKDIR /home/danchieu
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
# Inside a container the port is reached from outside of it only where it is published.
CMD ["danchieu", "serve", "--host", "0.0.0.0", "--port", "8000"]
