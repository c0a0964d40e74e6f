# Chasqui with its embedded default: broker and SQLite ledger in the process, everything it keeps in /data.
#   docker build -t chasqui . && docker run -p 127.0.0.1:8080:8080 -v chasqui:/data chasqui
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY build build
COPY src src
COPY config config
COPY routes routes
RUN mvn -B -Dfast -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home chasqui && install -d -o chasqui -g chasqui /data
WORKDIR /opt/chasqui
COPY --chmod=755 chasqui ./
COPY --chmod=755 docker/healthy docker/healthy
COPY config config
COPY routes routes
COPY samples samples
COPY --from=build /build/target/chasqui.jar target/
COPY --from=build /build/target/lib target/lib
# The first call keeps the loaded classes for fast starts.
RUN ./chasqui --version
USER chasqui
ENV CHASQUI_HOST=0.0.0.0 CHASQUI_PORT=8080 CHASQUI_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["/opt/chasqui/docker/healthy"]
ENTRYPOINT ["/opt/chasqui/chasqui"]
CMD ["serve"]
