using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GraphQLTokens.Service.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TwoPhaseRotation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "PreviousEndsAt",
                table: "tokens",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UsedGeneration",
                table: "tokens",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "MadeBy_Id",
                table: "token_values",
                type: "BLOB",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MadeBy_Kind",
                table: "token_values",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "RetiresOnFirstUse",
                table: "token_values",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Start",
                table: "token_values",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // What the token says of its present value; former ones are retired, and nothing asks for theirs any more.
            migrationBuilder.Sql("""
                UPDATE token_values
                SET Start = t.ValueStart,
                    MadeBy_Kind = coalesce(t.RotatedBy_Kind, t.CreatedBy_Kind),
                    MadeBy_Id = coalesce(t.RotatedBy_Id, t.CreatedBy_Id)
                FROM tokens t
                WHERE t.Id = token_values.TokenId AND token_values.RetiresAt IS NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "PreviousEndsAt",
                table: "tokens");

            migrationBuilder.DropColumn(
                name: "UsedGeneration",
                table: "tokens");

            migrationBuilder.DropColumn(
                name: "MadeBy_Id",
                table: "token_values");

            migrationBuilder.DropColumn(
                name: "MadeBy_Kind",
                table: "token_values");

            migrationBuilder.DropColumn(
                name: "RetiresOnFirstUse",
                table: "token_values");

            migrationBuilder.DropColumn(
                name: "Start",
                table: "token_values");
        }
    }
}
