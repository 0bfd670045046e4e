package vn.lantoa.apichecks;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A small contract without a mistake, to plant one in. */
final class Sample {
    static final String TEXT = """
            openapi: 3.1.0
            info: {title: Mẫu, version: 1.2.0}
            components:
              schemas:
                UnitView:
                  type: object
                  required: [id, name, kind]
                  properties:
                    id: {type: string, format: uuid}
                    name: {type: string}
                    kind: {$ref: '#/components/schemas/UnitKind'}
                    shortName: {type: [string, 'null']}
                UnitKind: {type: string, enum: [COMMUNE, WARD]}
                RegisterUnit:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, minLength: 1}
                    kind: {$ref: '#/components/schemas/UnitKind'}
                    remark: {type: string}
                Problem:
                  type: object
                  required: [type, status]
                  properties:
                    type: {type: string}
                    status: {type: integer}
              responses:
                Unauthenticated:
                  description: No token
                  content:
                    application/problem+json:
                      schema: {$ref: '#/components/schemas/Problem'}
                      example: {type: 'urn:lantoa:problem:unauthenticated', status: 401}
              securitySchemes:
                bearer: {type: http, scheme: bearer}
            paths:
              /api/units/v1/units:
                get:
                  summary: Units
                  operationId: listUnits
                  tags: [Units]
                  security: []
                  parameters:
                    - {name: limit, in: query, example: 50, schema: {type: integer, maximum: 200}}
                  responses:
                    '200':
                      description: Units
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/UnitView'}}
                          example: [{id: 0198c0de-0c83-7a86-9f2b-5f2c8f0a1b11, name: Xã Minh Khai, kind: COMMUNE}]
                post:
                  summary: Register a unit
                  operationId: registerUnit
                  tags: [Units]
                  security: [{bearer: []}]
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/RegisterUnit'}
                        example: {name: Xã Minh Khai, kind: COMMUNE}
                  responses:
                    '201':
                      description: Registered
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/UnitView'}
                          example: {id: 0198c0de-0c83-7a86-9f2b-5f2c8f0a1b11, name: Xã Minh Khai, kind: COMMUNE}
                    '401': {$ref: '#/components/responses/Unauthenticated'}
            """;

    private Sample() {}

    static Contract clean() throws JsonProcessingException {
        return Contract.parse(TEXT);
    }

    /** With the first occurrence of a text replaced. */
    static Contract with(String text, String mistake) throws JsonProcessingException {
        if (!TEXT.contains(text)) {
            throw new IllegalArgumentException("The sample has no " + text);
        }
        return Contract.parse(TEXT.replaceFirst(
                java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(mistake)));
    }
}
