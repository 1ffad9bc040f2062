using GraphQLTokens.Engine.Execution;
using GraphQLTokens.Engine.Execution.Binding;
using GraphQLTokens.Engine.Execution.Documents;
using GraphQLTokens.Engine.Language;
using GraphQLTokens.Engine.TypeSystem;
using GraphQLTokens.Engine.TypeSystem.Scalars;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQLTokens.Engine.Transports;

/// <summary>Collects what a service says about its schema while its services are registered; the executor is made of it once, when first asked for.</summary>
public sealed class GraphQLServerBuilder
{
    private readonly List<Func<IServiceProvider, SourceText>> sources = [];
    private readonly List<Action<IServiceProvider, SchemaBindings>> steps = [];
    private Func<IServiceProvider, ExecutionOptions> options = _ => new ExecutionOptions();
    private Func<IServiceProvider, StoredDocumentOptions>? storedDocuments;

    internal GraphQLServerBuilder(IServiceCollection services) => Services = services;

    public IServiceCollection Services { get; }

    /// <summary>A document of the schema; several are read as one.</summary>
    public GraphQLServerBuilder AddSchema(SourceText source) => AddSchema(_ => source);

    /// <inheritdoc cref="AddSchema(SourceText)"/>
    public GraphQLServerBuilder AddSchema(Func<IServiceProvider, SourceText> source)
    {
        sources.Add(source);
        return this;
    }

    public GraphQLServerBuilder AddScalar<T>()
        where T : Scalar, new() => Add((_, bindings) => bindings.AddScalar(new T()));

    /// <summary>The handler of a directive; its constructor's parameters come from the services.</summary>
    public GraphQLServerBuilder AddDirective<T>()
        where T : class, IDirectiveHandler => Add((services, bindings) => bindings.AddDirective(ActivatorUtilities.CreateInstance<T>(services)));

    /// <summary>The methods of <typeparamref name="T"/> resolve fields of that type. One instance for all requests; its constructor's parameters come from the services.</summary>
    public GraphQLServerBuilder AddResolvers<T>(string typeName)
        where T : class => Add((services, bindings) => bindings.AddResolvers(typeName, ActivatorUtilities.CreateInstance<T>(services)));

    /// <summary>As <see cref="AddResolvers{T}(string)"/>, for a class whose methods are static.</summary>
    public GraphQLServerBuilder AddResolvers(string typeName, Type staticClass) => Add((_, bindings) => bindings.AddResolvers(typeName, staticClass, null));

    /// <inheritdoc cref="SchemaBindings.BindType{T}"/>
    public GraphQLServerBuilder BindType<T>(string typeName)
        where T : class => Add((_, bindings) => bindings.BindType<T>(typeName));

    /// <inheritdoc cref="SchemaBindings.BindEnum{T}"/>
    public GraphQLServerBuilder BindEnum<T>(string typeName)
        where T : struct, Enum => Add((_, bindings) => bindings.BindEnum<T>(typeName));

    /// <inheritdoc cref="SchemaBindings.AddConverter{TFrom,TTo}"/>
    public GraphQLServerBuilder AddConverter<TFrom, TTo>(Func<TFrom, TTo> convert)
        where TFrom : notnull
        where TTo : notnull => Add((_, bindings) => bindings.AddConverter(convert));

    /// <inheritdoc cref="SchemaBindings.UseOptional"/>
    public GraphQLServerBuilder UseOptional(Type openGenericStruct) => Add((_, bindings) => bindings.UseOptional(openGenericStruct));

    /// <summary>The bounds of execution.</summary>
    public GraphQLServerBuilder Configure(Func<IServiceProvider, ExecutionOptions> configure)
    {
        options = configure;
        return this;
    }

    /// <summary>The documents that requests may name, whatever else <see cref="Configure"/> says.</summary>
    public GraphQLServerBuilder StoreDocuments(Func<IServiceProvider, StoredDocumentOptions> configure)
    {
        storedDocuments = configure;
        return this;
    }

    internal RequestExecutor Build(IServiceProvider services)
    {
        var bindings = new SchemaBindings();
        foreach (var step in steps)
            step(services, bindings);
        var schema = SchemaLoader.Load(
            sources.Select(source => source(services)), new SchemaBuilderOptions { Scalars = [.. bindings.Scalars.Values], RequireScalars = true });
        var bounds = options(services);
        if (storedDocuments is not null)
            bounds = bounds with { StoredDocuments = storedDocuments(services) };
        return new RequestExecutor(schema, bindings, bounds, services.GetRequiredService<ILogger<RequestExecutor>>());
    }

    private GraphQLServerBuilder Add(Action<IServiceProvider, SchemaBindings> step)
    {
        steps.Add(step);
        return this;
    }
}
