# Context: the root of the project. Needs nothing but Docker: docker build -f deploy/images/recognition-service.Dockerfile .
ARG JDK=eclipse-temurin:25-jdk@sha256:97014c4b396021f9ddb7d592a7dbedb0c4e4215c29e03dc01c393558aefb71c2
ARG JRE=eclipse-temurin:25-jre@sha256:5cf92df78f6dba978777d5cffa3c856e583f86814fde82a6c3534ccdfd794f2f

FROM ${JDK} AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn -B -q -pl recognition-service -am package -DskipTests

FROM ${JRE} AS service
LABEL org.opencontainers.image.title="Lan Tỏa recognition-service" org.opencontainers.image.licenses="Apache-2.0"
# libraries first: they change less often than the application, so their layer is shared between versions
COPY --from=build --chmod=0555 /src/recognition-service/target/quarkus-app/lib/ /opt/lantoa/lib/
COPY --from=build --chmod=0555 /src/recognition-service/target/quarkus-app/quarkus/ /opt/lantoa/quarkus/
COPY --from=build --chmod=0555 /src/recognition-service/target/quarkus-app/*.jar /opt/lantoa/
COPY --from=build --chmod=0555 /src/recognition-service/target/quarkus-app/app/ /opt/lantoa/app/
COPY --from=build --chmod=0444 /src/recognition-service/target/quarkus-app/bom.json /opt/lantoa/bom.json

# The start-up cache of JDK 25, made by this very JVM over these very jars: the service starts without a database, is stopped
# after a moment, and leaves what it has loaded. The keys are zeros and protect nothing.
FROM service AS cache
RUN export LANTOA_DB_URL=jdbc:postgresql://localhost:9/none LANTOA_DB_APP_USER=none LANTOA_DB_APP_PASSWORD=none \
           LANTOA_DB_OWNER_USER=none LANTOA_OIDC_URL=http://localhost:9/none KAFKA_BOOTSTRAP_SERVERS=localhost:9 \
           QUARKUS_FLYWAY_MIGRATE_AT_START=false QUARKUS_HIBERNATE_ORM_SCHEMA_MANAGEMENT_STRATEGY=none \
           LANTOA_MASTER_KEY=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
           LANTOA_AUDIT_KEY=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
           LANTOA_SEARCH_KEY=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
           LANTOA_RESTRICTED_KEY=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=; \
    timeout --signal=TERM 40 java -XX:AOTCacheOutput=/opt/lantoa/start.aot -Xlog:aot=off -Xlog:cds=off \
        -Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -jar /opt/lantoa/quarkus-run.jar; \
    test -s /opt/lantoa/start.aot

FROM service
COPY --from=cache --chmod=0444 /opt/lantoa/start.aot /opt/lantoa/start.aot
USER 10001:10001
WORKDIR /tmp
EXPOSE 8080
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080
ENTRYPOINT ["java", "-XX:AOTCache=/opt/lantoa/start.aot", "-Xlog:aot=off", "-Xlog:cds=off", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/lantoa/quarkus-run.jar"]
