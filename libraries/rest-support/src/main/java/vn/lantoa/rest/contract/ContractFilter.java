package vn.lantoa.rest.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Writes into the contract what every operation has by convention: errors, headers, security, required fields, examples.
 * By hand stand only summaries, descriptions and the words of examples.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    static final String SCHEME = "bearer";
    private final IndexView index;

    /** Made by the framework. */
    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) {
            return;
        }
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        var components = api.getComponents();
        components.addSecurityScheme(
                SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(
                                "Access token of the identity provider, audience `lantoa`. Whoever holds `access.view-as`"
                                        + " may add the header `View-As: <id of a person>` to any GET: the answer is what that"
                                        + " person would see of what the caller may read too, says so in the header"
                                        + " `Viewing-As`, and the person can see that it was asked for. 403 `view-as-refused`,"
                                        + " `view-as-read-only`, `view-as-not-shown`."));
        var dictionary = Dictionary.load();
        ProblemSchemas.add(components);
        new SchemaRules(index, api).apply();
        var examples = new Examples(components, dictionary);
        var operations = new OperationRules(new ResourceMethods(index), new SharedParts(components), examples);
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().forEach(operations::complete));
        Tags.complete(api, dictionary);
        Order.sort(api);
    }
}
