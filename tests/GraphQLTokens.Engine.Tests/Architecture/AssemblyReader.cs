using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace GraphQLTokens.Engine.Tests.Architecture;

/// <summary>
/// Reads from a compiled assembly which type names which. It sees what the compiler kept: base types, signatures, attributes, locals and every
/// token in method bodies. It cannot see constants that were copied in, nor <c>nameof</c>.
/// </summary>
public static class AssemblyReader
{
    public static IReadOnlyCollection<TypeUse> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var uses = new HashSet<TypeUse>();
        var reader = file.GetMetadataReader();
        foreach (var handle in reader.TypeDefinitions)
            new TypeWalk(file, reader, handle, uses).Walk();
        return uses;
    }

    private sealed class TypeWalk(PEReader file, MetadataReader reader, TypeDefinitionHandle subject, HashSet<TypeUse> uses)
    {
        private readonly string _assembly = reader.GetString(reader.GetAssemblyDefinition().Name);

        public void Walk()
        {
            var type = reader.GetTypeDefinition(subject);
            Add(type.BaseType);
            foreach (var handle in type.GetInterfaceImplementations())
                Add(reader.GetInterfaceImplementation(handle).Interface);
            Generics(type.GetGenericParameters());
            Attributes(type.GetCustomAttributes());
            foreach (var handle in type.GetFields())
            {
                Add(handle);
                Attributes(reader.GetFieldDefinition(handle).GetCustomAttributes());
            }
            foreach (var handle in type.GetProperties())
                Attributes(reader.GetPropertyDefinition(handle).GetCustomAttributes());
            foreach (var handle in type.GetMethods())
                Method(reader.GetMethodDefinition(handle));
        }

        private void Method(MethodDefinition method)
        {
            AddAll(method.DecodeSignature(Names.Instance, null));
            Generics(method.GetGenericParameters());
            Attributes(method.GetCustomAttributes());
            foreach (var parameter in method.GetParameters())
                Attributes(reader.GetParameter(parameter).GetCustomAttributes());
            if (method.RelativeVirtualAddress == 0)
                return;
            var body = file.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil)
                AddAll(reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(Names.Instance, null).SelectMany(names => names));
            foreach (var region in body.ExceptionRegions)
                Add(region.CatchType);
            foreach (var token in InstructionTokens.In(body.GetILReader()))
                Add(MetadataTokens.EntityHandle(token));
        }

        private void Generics(GenericParameterHandleCollection parameters)
        {
            foreach (var parameter in parameters)
            {
                foreach (var constraint in reader.GetGenericParameter(parameter).GetConstraints())
                    Add(reader.GetGenericParameterConstraint(constraint).Type);
            }
        }

        private void Attributes(CustomAttributeHandleCollection attributes)
        {
            foreach (var attribute in attributes)
                Add(reader.GetCustomAttribute(attribute).Constructor);
        }

        private void Add(EntityHandle handle)
        {
            if (handle.IsNil)
                return;
            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition or HandleKind.TypeReference:
                    Add(Names.Outermost(reader, handle));
                    break;
                case HandleKind.TypeSpecification:
                    AddAll(reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(Names.Instance, null));
                    break;
                case HandleKind.FieldDefinition:
                    Add(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                    AddAll(reader.GetFieldDefinition((FieldDefinitionHandle)handle).DecodeSignature(Names.Instance, null));
                    break;
                case HandleKind.MethodDefinition:
                    Add(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.MemberReference:
                    Member(reader.GetMemberReference((MemberReferenceHandle)handle));
                    break;
                case HandleKind.MethodSpecification:
                    var method = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Add(method.Method);
                    AddAll(method.DecodeSignature(Names.Instance, null).SelectMany(names => names));
                    break;
            }
        }

        private void Member(MemberReference member)
        {
            Add(member.Parent);
            if (member.GetKind() == MemberReferenceKind.Method)
                AddAll(member.DecodeMethodSignature(Names.Instance, null));
            else
                AddAll(member.DecodeFieldSignature(Names.Instance, null));
        }

        private void AddAll(MethodSignature<ImmutableHashSet<TypeName>> signature) =>
            AddAll(signature.ParameterTypes.Append(signature.ReturnType).SelectMany(names => names));

        private void AddAll(IEnumerable<TypeName> names)
        {
            foreach (var name in names)
                Add(name);
        }

        private void Add(TypeName used)
        {
            var user = Names.Outermost(reader, subject);
            if (user != used)
                uses.Add(new TypeUse(user.FullName, user.Namespace, used.FullName, used.Namespace, used.Assembly.Length == 0 ? _assembly : used.Assembly));
        }
    }
}
