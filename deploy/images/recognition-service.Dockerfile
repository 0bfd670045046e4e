# Context: the folder recognition-service after `mvn package`.
FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Lan Tỏa recognition-service" org.opencontainers.image.licenses="Apache-2.0"
# libraries first: they change less often than the application, so their layer is shared between versions
COPY --chown=0:0 --chmod=0555 target/quarkus-app/lib/ /opt/lantoa/lib/
COPY --chown=0:0 --chmod=0555 target/quarkus-app/*.jar /opt/lantoa/
COPY --chown=0:0 --chmod=0555 target/quarkus-app/app/ /opt/lantoa/app/
COPY --chown=0:0 --chmod=0555 target/quarkus-app/quarkus/ /opt/lantoa/quarkus/
USER 10001:10001
WORKDIR /tmp
EXPOSE 8080
ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/lantoa/quarkus-run.jar"]
